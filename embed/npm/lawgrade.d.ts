/** Rules and cards: parsed JSON as in `data/frameworks` and `data/cards`, described by `data/schema`. */
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
  readonly citations: readonly { readonly text: string; readonly unconfirmed?: true }[];
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
  status: "already" | "reachable" | "impossible";
  /** The fewest changes; null when it is impossible. */
  fewest: number | null;
  /** The number of plans, exactly: digits where a number would not be exact. */
  count: number | string;
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
  card(framework: Framework, card: CardData): Card;
  evaluate(framework: Framework, card: CardData, changes?: Changes): Evaluation;
  plan(framework: Framework, card: CardData, changes: Changes | undefined, options: PlanOptions): Plans;
  /** Empty when all is well. Never throws for what is in the data. */
  check(framework: unknown, card: unknown): Mistake[];
  formatAddress(framework: Framework, card: CardData, changes?: Changes): string;
  parseAddress(framework: Framework, card: CardData, address: string): ReadAddress;
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
