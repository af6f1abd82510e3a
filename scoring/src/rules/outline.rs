//! The rules as a calculator shows them: parts within parts, and in each the questions that it asks.

use crate::facts::GroupKind;

use super::file::{Framework, Needs, Part};
use super::{NodeId, Rules, pointers};

/// A part of the rules that has a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The number or name in the file, if it has one.
    pub id: Option<String>,
    /// The title; nothing for what no titled part asks.
    pub title: Option<String>,
    /// Its score.
    pub node: Option<NodeId>,
    /// What is asked in it, in the order of the file. A provision that several parts look at is asked in each.
    pub questions: Vec<Question>,
    /// The titled parts within it.
    pub parts: Vec<Outline>,
}

/// Something that a visitor answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is switched.
    pub asked: Asked,
    /// The only node that looks at it: where that does not apply, the answer counts for nothing.
    pub node: Option<NodeId>,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The index of a provision that holds or not.
    Provision(usize),
    /// The index of a group of which one member is chosen, or none.
    Group(usize),
}

impl Asked {
    /// The provisions that it is about, by index: the one, or all members of the group.
    pub fn provisions(self, rules: &Rules) -> Vec<usize> {
        match self {
            Asked::Provision(provision) => vec![provision],
            Asked::Group(group) => {
                let group = rules.implied().groups().get(group);
                group.map(|group| group.members.clone()).unwrap_or_default()
            }
        }
    }
}

/// The parts of a framework's rules. `rules` are those that the file [compiles](super::compile) to.
pub fn outline(file: &Framework, rules: &Rules) -> Vec<Outline> {
    let outliner = Outliner { rules, pointers: pointers(file) };
    let mut whole = Outline { id: None, title: None, node: None, questions: Vec::new(), parts: Vec::new() };
    for (index, part) in file.sections.iter().enumerate() {
        outliner.part(part, &format!("/sections/{index}"), &mut whole);
    }
    // Whatever only a band or a gate asks is asked at the end.
    let mut rest = Outline { parts: Vec::new(), ..whole.clone() };
    for provision in 0..rules.provisions().len() {
        if !whole.parts.iter().any(|part| outliner.asks(part, provision)) {
            outliner.ask(provision, None, &mut rest);
        }
    }
    let mut parts = whole.parts;
    if !rest.questions.is_empty() {
        parts.push(rest);
    }
    parts
}

struct Outliner<'a> {
    rules: &'a Rules,
    /// Where in the file each node stands.
    pointers: Vec<String>,
}

impl Outliner<'_> {
    /// Adds a part, or what it asks to the part around it where it has no title of its own.
    fn part(&self, part: &Part, at: &str, around: &mut Outline) {
        let node = self.node(at);
        if part.title.is_none() {
            return self.asked_in(part, at, node, around);
        }
        let (id, title) = (part.id.clone(), part.title.clone());
        let mut own = Outline { id, title, node, questions: Vec::new(), parts: Vec::new() };
        self.asked_in(part, at, node, &mut own);
        around.parts.push(own);
    }

    fn asked_in(&self, part: &Part, at: &str, node: Option<NodeId>, into: &mut Outline) {
        // What decides whether a part applies is asked whether it applies or not.
        self.needs(part.applies.as_ref(), None, into);
        self.needs(part.needs.as_ref(), node, into);
        part.rungs.iter().flatten().for_each(|rung| self.needs(Some(&rung.needs), node, into));
        let levels = part.levels.iter().flatten().map(|level| &level.provision);
        let named = levels.chain(part.checklist.iter().flatten());
        named.filter_map(|id| self.rules.provision(id)).for_each(|index| self.ask(index, node, into));
        part.gates.iter().for_each(|gate| self.needs(Some(&gate.needs), node, into));
        for (index, smaller) in part.components.iter().flatten().enumerate() {
            self.part(smaller, &format!("{at}/components/{index}"), into);
        }
    }

    fn needs(&self, needs: Option<&Needs>, node: Option<NodeId>, into: &mut Outline) {
        let ids = needs.into_iter().flat_map(Needs::ids);
        ids.filter_map(|id| self.rules.provision(id)).for_each(|index| self.ask(index, node, into));
    }

    /// Asks for a provision once in a part; for its whole group, where it is in one.
    fn ask(&self, provision: usize, node: Option<NodeId>, into: &mut Outline) {
        let groups = self.rules.implied().groups();
        let group = groups.iter().position(|group| group.members.contains(&provision));
        // A level alone is a yes or a no.
        let alone = |group: &usize| {
            groups.get(*group).is_some_and(|group| group.kind == GroupKind::Levels && group.members.len() < 2)
        };
        let asked = match group.filter(|group| !alone(group)) {
            Some(group) => Asked::Group(group),
            None => Asked::Provision(provision),
        };
        match into.questions.iter_mut().find(|question| question.asked == asked) {
            // Where several look at it, it counts as long as one of them applies.
            Some(known) if known.node != node => known.node = None,
            Some(_) => {}
            None => into.questions.push(Question { asked, node }),
        }
    }

    fn asks(&self, part: &Outline, provision: usize) -> bool {
        let groups = self.rules.implied().groups();
        let is_asked = |question: &Question| match question.asked {
            Asked::Provision(index) => index == provision,
            Asked::Group(index) => groups.get(index).is_some_and(|group| group.members.contains(&provision)),
        };
        part.questions.iter().any(is_asked) || part.parts.iter().any(|part| self.asks(part, provision))
    }

    /// The outermost node of what stands there: the last that was made of it or of its gates.
    fn node(&self, at: &str) -> Option<NodeId> {
        let gates = format!("{at}/gates/");
        let index = self.pointers.iter().rposition(|pointer| pointer == at || pointer.starts_with(&gates))?;
        Some(NodeId::at(index))
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Outline, outline};
    use crate::rules::{compile, file::Framework};

    fn asked(outline: &Outline) -> String {
        let question = |asked: &Asked| match asked {
            Asked::Provision(index) => format!("p{index}"),
            Asked::Group(index) => format!("g{index}"),
        };
        let own: Vec<String> = outline.questions.iter().map(|found| question(&found.asked)).collect();
        let within: Vec<String> = outline.parts.iter().map(asked).collect();
        format!("{}[{}{}]", outline.title.as_deref().unwrap_or("-"), own.join(" "), within.concat())
    }

    #[test]
    fn every_provision_is_asked_where_it_counts() {
        let json = r#"{"id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
            "bands": [{"grade": "A", "from": 1, "requires": ["e"]}, {"grade": "B", "from": -9}],
            "provisions": [{"id": "a", "label": "a"}, {"id": "b", "label": "b"}, {"id": "c", "label": "c"},
                {"id": "d", "label": "d"}, {"id": "e", "label": "e"}, {"id": "f", "label": "f"}],
            "sections": [
                {"id": "one", "title": "One", "components": [
                    {"points": 1, "needs": ["a"], "applies": ["d"]},
                    {"title": "Deep", "rungs": [{"points": 2, "needs": ["a", "f"]}, {"points": 1, "needs": ["f"]}]}]},
                {"id": "two", "title": "Two", "levels": [{"provision": "b", "points": 1}, {"provision": "c", "points": 2}]}]}"#;
        let file: Framework = serde_json::from_str(json).unwrap_or_default();
        let rules = compile(&file);
        assert_eq!(rules.as_ref().err(), None);
        let parts = rules.map(|rules| outline(&file, &rules)).unwrap_or_default();
        let found: Vec<String> = parts.iter().map(asked).collect();
        assert_eq!(found, ["One[p3 p0Deep[p0 p5]]", "Two[g0]", "-[p4]"]);
        let nodes: Vec<bool> =
            parts.iter().flat_map(|part| &part.questions).map(|asked| asked.node.is_some()).collect();
        assert_eq!(nodes, [false, true, true, false]);
    }

    #[test]
    fn what_two_items_look_at_counts_while_one_of_them_applies() {
        let json = r#"{"id": "made", "title": "Made", "year": 2026, "publisher": "We", "about": "Made.",
            "provisions": [{"id": "a", "label": "a"}, {"id": "b", "label": "b"}],
            "sections": [{"id": "one", "title": "One", "components": [
                {"points": 1, "needs": ["a"], "applies": ["b"]}, {"points": 2, "needs": ["a"]}]}]}"#;
        let file: Framework = serde_json::from_str(json).unwrap_or_default();
        let parts = compile(&file).map(|rules| outline(&file, &rules)).unwrap_or_default();
        let nodes: Vec<bool> =
            parts.iter().flat_map(|part| &part.questions).map(|asked| asked.node.is_some()).collect();
        assert_eq!(nodes, [false, false]);
    }
}
