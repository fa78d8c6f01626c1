//! The types of the border as `bindings.ts` states them, so that a new command, field or variant is driven by itself.

use std::collections::BTreeMap;

/// A type of the border.
#[derive(Clone, Debug)]
pub enum Ty {
    Null,
    Text,
    Number,
    Flag,
    Literal(String),
    Named(String),
    List(Box<Ty>),
    Either(Vec<Ty>),
    Object(Vec<(String, Ty)>),
}

/// A command with its arguments.
#[derive(Clone, Debug)]
pub struct Command {
    pub name: String,
    pub arguments: Vec<(String, Ty)>,
    /// It answers with a receipt: it writes a workshop or the library.
    pub writes: bool,
}

/// All commands and types.
pub struct Border {
    pub commands: Vec<Command>,
    pub types: BTreeMap<String, Ty>,
}

impl Border {
    /// Reads the generated TypeScript of a checkout.
    pub fn read(checkout: &std::path::Path) -> Self {
        let path = checkout.join("ui/src/ipc/bindings.ts");
        let text = without_comments(&std::fs::read_to_string(path).unwrap());
        let commands = text.lines().filter_map(command).collect();
        let types = text.split("\nexport type ").skip(1).filter_map(declaration).collect();
        Self { commands, types }
    }

    /// The commands that write.
    pub fn writing(&self) -> impl Iterator<Item = &Command> {
        self.commands.iter().filter(|command| command.writes)
    }
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    for (at, part) in text.split("/*").enumerate() {
        kept.push_str(if at == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) });
    }
    kept
}

/// `taskEdit: (workshopId: WorkshopId, …) => typedError<Receipt<null>, IpcError>(__TAURI_INVOKE("task_edit", …`.
fn command(line: &str) -> Option<Command> {
    let (head, rest) = line.trim().split_once(") => ")?;
    let name = rest.split_once("__TAURI_INVOKE")?.1.split('"').nth(1)?.to_owned();
    let arguments = head.split_once('(')?.1;
    let Ty::Object(arguments) = Reader::of(&format!("{{{arguments}}}")).ty() else { return None };
    Some(Command { name, arguments, writes: rest.contains("Receipt<") })
}

/// `Name = …;`, up to the next declaration.
fn declaration(text: &str) -> Option<(String, Ty)> {
    let (name, body) = text.split_once(" = ")?;
    let is_plain = name.chars().all(char::is_alphanumeric);
    is_plain.then(|| (name.to_owned(), Reader::of(body).ty()))
}

/// A reader of the few forms that the generator writes.
struct Reader {
    tokens: Vec<String>,
    at: usize,
}

impl Reader {
    fn of(text: &str) -> Self {
        let mut tokens: Vec<String> = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let mut token = c.to_string();
            if c == '"' {
                token.extend(chars.by_ref().take_while(|c| *c != '"'));
            } else if c.is_alphanumeric() || c == '_' {
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    token.push(c);
                }
            } else if c.is_whitespace() {
                continue;
            }
            tokens.push(token);
        }
        Self { tokens, at: 0 }
    }

    fn is_next(&mut self, token: &str) -> bool {
        let found = self.tokens.get(self.at).is_some_and(|next| next == token);
        self.at += usize::from(found);
        found
    }

    fn ty(&mut self) -> Ty {
        self.is_next("|");
        let mut either = vec![self.one()];
        while self.is_next("|") {
            either.push(self.one());
        }
        if either.len() == 1 { either.remove(0) } else { Ty::Either(either) }
    }

    fn one(&mut self) -> Ty {
        let token = self.tokens.get(self.at).cloned().unwrap_or_default();
        self.at += 1;
        let mut ty = match token.as_str() {
            "{" => self.object(),
            "(" => {
                let inner = self.ty();
                self.is_next(")");
                inner
            }
            "null" => Ty::Null,
            "string" => Ty::Text,
            "number" => Ty::Number,
            "boolean" => Ty::Flag,
            text => text.strip_prefix('"').map_or(Ty::Named(token.clone()), |text| Ty::Literal(text.to_owned())),
        };
        while self.is_next("[") {
            self.is_next("]");
            ty = Ty::List(Box::new(ty));
        }
        ty
    }

    fn object(&mut self) -> Ty {
        let mut fields = Vec::new();
        while !self.is_next("}") && self.at < self.tokens.len() {
            let name = self.tokens[self.at].clone();
            self.at += 1;
            self.is_next("?");
            if !self.is_next(":") {
                break;
            }
            fields.push((name, self.ty()));
            let _ = self.is_next(",") || self.is_next(";");
        }
        Ty::Object(fields)
    }
}
