/**
 * A framework of ladders and a card of it, for `card`, `evaluate`, `plan` and `check`: parsed JSON as in
 * `data/frameworks` and `data/cards`, described by `data/schema`. For frameworks of every shape there is `rules`.
 */
export type Framework = object;
export type CardData = object;

/** Ids of provisions to switch on and off. */
export interface Changes {
  on?: string[];
  off?: string[];
}

export type Basis = "published" | "statute" | "reconstructed" | "assumed";

/** What holds in all readings of the card: the lowest and highest total, and the grades between. */
export interface Range {
  low: number;
  high: number;
  grades: string[];
}

export interface Provision {
  id: string;
  label: string;
  /** Whether it is in law in the scenario. */
  on: boolean;
  /** Whether it is in law today. */
  inLaw: boolean;
  basis: Basis;
  /** The same for all evaluations of a card, and not to be changed. */
  readonly citations: readonly { readonly text: string; readonly unconfirmed?: true; readonly address?: string }[];
}

export interface Component {
  id: string;
  title: string;
  points: number;
  max: number;
  status: "full" | "partial" | "none";
  basis: Basis;
  /** What the nearest way to more points would add. */
  missing: string[];
  provisions: Provision[];
}

export interface Section {
  id: string;
  title: string;
  points: number;
  max: number;
  published: number;
  basis: Basis;
  components: Component[];
}

export interface Evaluation {
  framework: string;
  card: string;
  address: string;
  changes: Required<Changes>;
  total: number;
  max: number;
  /** What the total rests on. */
  basis: Basis;
  grade: string;
  /** Null when no reading fits the published points. */
  range: Range | null;
  published: { total: number; grade: string };
  sections: Section[];
  /** What is published and what is reconstructed, in sentences. */
  about: string;
}

export interface PlanOptions {
  /** A number of points or a letter. */
  target: number | string;
  /** Whether the target must be reached in every reading of the card. */
  certain?: boolean;
  /** Ids that are not to be switched on. */
  locked?: string[];
  /** Lists of ids that are switched on together and count as one change. */
  bundles?: string[][];
  /** The most plans to list, 100 unless told; the count does not depend on it. */
  limit?: number;
}

export interface Plans {
  /** `too-large`: it is not known what is fewest; a plan that reaches the target may be listed. */
  status: "already" | "reachable" | "impossible" | "too-large";
  /** The fewest changes, where they are known. */
  fewest: number | null;
  /** The number of plans with so few, exactly: digits where a number would not be exact. */
  count: number | string | null;
  plans: { on: string[]; total: number; grade: string; range: Range | null }[];
  best: { total: number; grade: string };
}

export interface Mistake {
  /** `framework` or `card`, then a JSON pointer. */
  path: string;
  message: string;
}

export interface ReadAddress {
  changes: Required<Changes>;
  /** What could not be applied, each in a sentence. */
  problems: string[];
  /** What it came to under the edition of the rules that it was made under, where that was something else. */
  then?: {
    edition: number;
    total: number;
    grade: string;
    components: { id: string; points: number; now: number }[];
  };
}

/** A framework and a card that are read and checked once, for many calls. Call `free` when done. */
export interface Card {
  evaluate(changes?: Changes): Evaluation;
  /** The total alone. */
  total(changes?: Changes): number;
  plan(changes: Changes | undefined, options: PlanOptions): Plans;
  formatAddress(changes?: Changes): string;
  parseAddress(address: string): ReadAddress;
  free(): void;
}

/** Every function throws an `Error` whose message names the place of what is wrong. */
export interface Lawgrade {
  /**
   * The rules of a framework of any shape, compiled once for many calls; call `free` when done. What is wrong with it
   * is thrown as a {@link Refusal}. Ids are known to TypeScript where the framework is written `as const`.
   */
  rules<Id extends string, TallyId extends string = "total">(framework: AnyFramework<Id, TallyId>): Rules<Id, TallyId>;
  /** Everything that an author should know of a framework, mistakes and warnings. Never throws for what is in it. */
  diagnose(framework: unknown): Diagnostic[];
  card(framework: Framework, card: CardData): Card;
  evaluate(framework: Framework, card: CardData, changes?: Changes): Evaluation;
  plan(framework: Framework, card: CardData, changes: Changes | undefined, options: PlanOptions): Plans;
  /** Empty when all is well. Never throws for what is in the data. */
  check(framework: unknown, card: unknown): Mistake[];
  formatAddress(framework: Framework, card: CardData, changes?: Changes): string;
  parseAddress(framework: Framework, card: CardData, address: string): ReadAddress;
}

/** A number, or a fraction such as `"1/3"`. */
export type Fraction = number | string;
/** Ids that must be among those of the provisions, and add none to them. */
type Among<Id> = [Id][Id extends unknown ? 0 : never];

/** What must hold: all of a list, or all, any and none of lists. */
export type Needs<Id extends string = string> =
  | readonly Id[]
  | { readonly all?: readonly Id[]; readonly any?: readonly Id[]; readonly none?: readonly Id[] };

/** A letter or name, and the lowest figure that earns it. */
export interface Band<Id extends string = string> {
  readonly grade: string;
  readonly from: Fraction;
  /** What must hold besides. */
  /** What it says of the law, where the publisher says it. */
  readonly meaning?: string;
  readonly requires?: Needs<Id>;
}

/** How a figure is shown: of what, with how many decimals, and whether bands and ranks see it rounded. */
export interface Scale {
  readonly of?: Fraction;
  readonly decimals?: number;
  readonly halves?: "up" | "even";
  readonly bandsSee?: "exact" | "shown";
  readonly ranksSee?: "exact" | "shown";
}

interface EveryPart<Id extends string> {
  readonly id?: string;
  readonly title?: string;
  readonly short?: string;
  /** Checked, where it is given. */
  readonly max?: Fraction;
  readonly basis?: Basis;
  /** Multiplies all points in it; directly in a mean, how much its share counts for. */
  readonly weight?: Fraction;
  /** When it counts at all; otherwise it is 0 of 0. */
  readonly applies?: Needs<Id>;
  /** Extra credit: adds to what is earned and not to what is possible. */
  readonly extra?: boolean;
  readonly least?: Fraction;
  readonly most?: Fraction;
  /** Limits unless a condition holds. */
  readonly gates?: readonly { readonly needs: Needs<Id>; readonly atMost: Fraction }[];
}

/** A part of the rules. It says in one of five ways what it earns. */
export type Part<Id extends string = string> = EveryPart<Id> &
  (
    | { readonly points: Fraction; readonly needs?: Needs<Id> }
    | {
        readonly rungs: readonly { readonly points: Fraction; readonly needs: Needs<Id>; readonly basis?: Basis }[];
        readonly otherwise?: Fraction;
      }
    | { readonly levels: readonly { readonly provision: Id; readonly points: Fraction }[]; readonly otherwise?: Fraction }
    | { readonly checklist: readonly Id[]; readonly each?: Fraction }
    | {
        readonly components: readonly Part<Id>[];
        readonly join?: "sum" | "best" | "mean";
        readonly worth?: Fraction;
        readonly otherwise?: Fraction;
      }
  );

/**
 * The rules by which law is graded, as a file has them. To have ids and words checked while you write:
 * `const framework = { … } as const satisfies FrameworkFile`.
 */
export interface FrameworkFile<Id extends string = string, TallyId extends string = string> {
  readonly $schema?: string;
  readonly id: string;
  /** Counts how often the rules have changed under this id; the first is 1. */
  readonly edition?: number;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly about: string;
  /** Where rules and cards come from, under which licence, and what is our own reading. */
  readonly source?: { readonly title: string; readonly address?: string; readonly licence: string; readonly ours: string };
  /** What the ids of subjects are codes of: countries, by their two letters in ISO 3166. */
  readonly subjects?: "countries";
  readonly step?: Fraction;
  readonly max?: Fraction;
  readonly scale?: Scale;
  readonly bands?: readonly Band<Among<Id>>[];
  /** The results, the leading one first; without any, the whole is the one result, `total`. */
  readonly tallies?: readonly {
    readonly id: TallyId;
    readonly title?: string;
    /** The id of a part; without it, the whole. */
    readonly of?: string;
    readonly scale?: Scale;
    readonly bands?: readonly Band<Among<Id>>[];
  }[];
  /** What an answer that is missing counts for. */
  readonly missing?: "zero" | "leave-out" | "withhold";
  readonly provisions: readonly {
    readonly id: Id;
    readonly label: string;
    /** What it cannot hold without. */
    readonly implies?: readonly Among<Id>[];
    /** Why it cannot hold without them. */
    readonly because?: string;
    /** When it does not apply to a subject, in a few words. */
    readonly mayNotApply?: string;
  }[];
  /** Provisions of which at most one holds. */
  readonly oneOf?: readonly { readonly id: string; readonly provisions: readonly Among<Id>[] }[];
  readonly join?: "sum" | "best" | "mean";
  readonly worth?: Fraction;
  readonly sections: readonly Part<Among<Id>>[];
}

interface AnyPart<Id extends string> {
  readonly applies?: Needs<Id> | undefined;
  readonly needs?: Needs<Id> | undefined;
  readonly rungs?: readonly { readonly points: Fraction; readonly needs: Needs<Id> }[] | undefined;
  readonly levels?: readonly { readonly provision: Id; readonly points: Fraction }[] | undefined;
  readonly checklist?: readonly Id[] | undefined;
  readonly gates?: readonly { readonly needs: Needs<Id>; readonly atMost: Fraction }[] | undefined;
  readonly components?: readonly AnyPart<Id>[] | undefined;
  readonly points?: Fraction | undefined;
}

/** A framework with its ids: what `rules` takes. Of imported JSON, TypeScript knows no words, so they may be any. */
export interface AnyFramework<Id extends string = string, TallyId extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly publisher: string;
  readonly about: string;
  readonly provisions: readonly { readonly id: Id; readonly label: string; readonly implies?: readonly Among<Id>[] | undefined }[];
  readonly tallies?: readonly { readonly id: TallyId }[];
  readonly sections: readonly AnyPart<Among<Id>>[];
}

/**
 * One answer of a card: yes, no, unknown, or that it does not apply. Where the ids are not known to TypeScript, as those
 * of imported JSON, neither are these words.
 */
export type Answer<Id extends string = string> = boolean | null | (string extends Id ? string : "not-applicable");

/** What is left out is unknown. */
export type Answers<Id extends string = string> = { readonly [Provision in Id]?: Answer<Id> };

/** What is switched; what it takes along need not be named. */
export interface Switches<Id extends string = string> {
  readonly on?: readonly Id[];
  readonly off?: readonly Id[];
}

/** What a tally comes to. */
export interface TallyResult<Id extends string = string, TallyId extends string = string> {
  id: TallyId;
  title: string | null;
  /** Whether there is a figure; if not, nothing that it counts applies, or the framework gives none while answers are unknown. */
  state: "figure" | "not-applicable" | "withheld";
  /** As it is printed. */
  figure: number | null;
  /** Before it is rounded: the nearest number to it. */
  exact: number | null;
  /** Null where there are no bands, or is no figure. */
  grade: string | null;
  /** The answers for want of which there is no figure. */
  unknown: Id[];
}

/** A condition with its ids. */
export interface Condition<Id extends string = string> {
  readonly all: readonly Id[];
  readonly any: readonly Id[];
  readonly none: readonly Id[];
}

/** What a part of the rules earns, and why. Points times the `unit` of the result are whole numbers. */
export interface Score<Id extends string = string> {
  kind: "when" | "best" | "sum" | "mean" | "within" | "gate";
  id: string | null;
  title: string | null;
  /** A JSON pointer into the framework; short ways of writing make several parts at one place. */
  path: string;
  /** What the points of the rule rest on. */
  basis: Basis;
  extra: boolean;
  applies: Condition<Id> | null;
  needs: Condition<Id> | null;
  earned: number;
  possible: number;
  why: "not-applicable" | "unmet" | "met" | "best" | "otherwise" | "added" | "averaged" | "passed" | "bounded" | "gated";
  /** Which of the parts counts as the best. */
  counts: number | null;
  /** How many parts are averaged. */
  averaged: number | null;
  /** What it would earn without the bound or the gate. */
  without: number | null;
  parts: Score<Id>[];
}

/** What answers come to under rules of any shape. */
export interface Result<Id extends string = string, TallyId extends string = string> {
  framework: string;
  edition: number;
  /** How many units a point has. */
  unit: number;
  /** After the changes, a word for each provision. */
  answers: { [Provision in Id]: boolean | null | "not-applicable" };
  /** All that is switched, with what was taken along. */
  changes: { on: Id[]; off: Id[] };
  /** The leading one first. */
  tallies: [TallyResult<Id, TallyId>, ...TallyResult<Id, TallyId>[]];
  whole: Score<Id>;
}

/** Competition ranking: equal figures share a rank, and the next is left out. */
export interface Rank {
  rank: number;
  /** How many others share it. */
  tied: number;
  /** How many have a figure. */
  of: number;
}

export interface Ranked<Id extends string = string, TallyId extends string = string> extends TallyResult<Id, TallyId> {
  /** Null where there is no figure. */
  rank: Rank | null;
}

/** One provision of one card switched alone, while all other cards stay as they are. */
export interface Move<Id extends string = string, TallyId extends string = string> extends Ranked<Id, TallyId> {
  provision: Id;
  changes: { on: Id[]; off: Id[] };
}

/** What a tally may come to over all that is unknown: exact figures, and the bands of the worst and the best. */
export interface ShapeRange<TallyId extends string = string> {
  id: TallyId;
  low: number | null;
  high: number | null;
  worst: string | null;
  best: string | null;
  /** Whether there is a figure whatever is answered. */
  always: boolean;
}

export interface ShapeOptions<Id extends string = string, TallyId extends string = string, Target = number | string> {
  /** A letter, or a figure: a number or a fraction such as `"1/3"`. */
  readonly target: Target;
  /** The leading one unless told. */
  readonly tally?: TallyId;
  /** Ids that are to stay as they are. */
  readonly locked?: readonly Id[];
  /** Lists of ids that come into law together and count as one change. */
  readonly bundles?: readonly (readonly Id[])[];
  /** The most plans to list, 100 unless told; the count does not depend on it. */
  readonly limit?: number;
  /** Asked from time to time; false ends the search. */
  readonly goOn?: () => boolean;
}

export interface ShapePlans<Id extends string = string> {
  /** `too-large`: it is not known what is fewest; a plan that reaches the target may be listed. */
  status: "already" | "reachable" | "impossible" | "too-large" | "interrupted";
  /** The fewest changes, where they are known. */
  fewest: number | null;
  /** The number of plans with so few: digits where a number would not be exact. */
  count: number | string | null;
  /** Those with the highest figure first. What comes along is among the changes and counts for none of its own. */
  plans: { changes: { on: Id[]; off: Id[] }; figure: number; exact: number; grade: string | null }[];
  /** The highest exact figure that can be reached, where the target cannot. */
  best: number | null;
}

/** A row of a table. */
export interface TableCard<Id extends string = string> {
  subject: string;
  name: string | null;
  group: string | null;
  year: number | null;
  answers: { [Provision in Id]: boolean | null | "not-applicable" };
}

/** Cards of one framework, evaluated once. Call `free` when done. Without a tally, the leading one is meant. */
export interface Cohort<Subject extends string = string, Id extends string = string, TallyId extends string = string> {
  readonly subjects: readonly Subject[];
  /** What each card comes to, and where it stands. */
  ranks(tally?: TallyId): { [One in Subject]: Ranked<Id, TallyId> };
  /** What each single change of one card would come to, and where the card would stand. */
  moves(subject: Subject, tally?: TallyId): Move<Id, TallyId>[];
  /** As that of the rules; the target may be a rank among the other cards, which stay as they are. */
  plan(subject: Subject, options: ShapeOptions<Id, TallyId, number | string | { readonly rank: number }>): ShapePlans<Id>;
  /** Who has a provision. */
  who(provision: Id): Subject[];
  free(): void;
}

/** The rules of a framework of any shape. Answers and changes that break them are thrown as a {@link Refusal}. */
export interface Rules<Id extends string = string, TallyId extends string = string> {
  readonly id: string;
  readonly edition: number;
  /** In the order of the framework. */
  readonly provisions: readonly Id[];
  /** Levels, of which each implies the one before, and provisions that exclude each other. */
  readonly groups: readonly { readonly id: string; readonly kind: "levels" | "one-of"; readonly provisions: readonly Id[] }[];
  /** The leading one first. */
  readonly tallies: readonly { readonly id: TallyId; readonly title: string | null; readonly grades: readonly string[] }[];
  evaluate(answers: Answers<Id>, changes?: Switches<Id>): Result<Id, TallyId>;
  /** The printed figure of one tally alone; null where there is none. */
  total(answers: Answers<Id>, changes?: Switches<Id>, tally?: TallyId): number | null;
  /** What each tally may come to over all that is unknown. */
  ranges(answers: Answers<Id>, changes?: Switches<Id>): ShapeRange<TallyId>[];
  /** The fewest changes that reach a target; plans may switch provisions off where that gains. */
  plan(answers: Answers<Id>, options: ShapeOptions<Id, TallyId>): ShapePlans<Id>;
  /** The cards of a table: a row a subject, a column a provision. What a row gets wrong is unknown, and told. */
  table(text: string): { cards: TableCard<Id>[]; diagnostics: Diagnostic[] };
  /** All cards by their subjects, such as `{ ct: answers, ny: answers }`. */
  cohort<Subject extends string>(cards: { readonly [One in Subject]: Answers<Id> }): Cohort<Subject, Id, TallyId>;
  free(): void;
}

/** One thing that is wrong, or that an author may have meant otherwise. */
export interface Diagnostic {
  /** Its name, such as `unknown-provision`. */
  code: string;
  severity: "error" | "warning";
  /** A JSON pointer, or a cell of a table in words. */
  path: string;
  message: string;
  /** What to do about it. */
  hint: string;
  /** Where the manual has it: a place in `docs/diagnostics.md`, which comes with the package. */
  link: string;
}

/** What is thrown where a framework or answers are wrong: everything at once. */
export interface Refusal extends Error {
  diagnostics: Diagnostic[];
}

/** A type of the environment, where its types are known: those of browsers, Node or workers. */
type Known<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;
type KnownModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? object & Module : never;

/** The file `lawgrade.wasm` of the package: its address, a response with it, its bytes, or what was compiled from it. */
export type Program =
  | string
  | Known<"URL">
  | Known<"Request">
  | Known<"Response">
  | Known<"Blob">
  | ArrayBuffer
  | ArrayBufferView
  | KnownModule
  | { readonly module: KnownModule }
  | { readonly default: KnownModule | string };

/**
 * Loads the program once and gives what can be done with it. It finds the program itself in browsers, Node, Deno, Bun,
 * Cloudflare Workers and bundlers; elsewhere it is handed over. The first load that succeeds counts: what later
 * ones hand over is not looked at. After one that failed, the next one tries again.
 */
export function load(program?: Program | PromiseLike<Program>): Promise<Lawgrade>;
