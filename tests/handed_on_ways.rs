//! What programs and people do to a link on its way.

/// The address after it went through one way of each kind, by number.
pub fn handed_on(address: &str, ways: &[u8; 8]) -> String {
    let [case, marks, front, tail, tail_again, link, wrapper, mail] = ways.map(usize::from);
    let ids = in_ids(address, &|id| in_another_form(id, marks));
    let cased = match case % 3 {
        0 => ids,
        1 => outside_of_names(&ids, &str::to_uppercase),
        _ => outside_of_names(&ids, &str::to_lowercase),
    };
    let tails = [tail, tail_again].map(|tail| TAILS.get(tail % TAILS.len()).copied().unwrap_or_default());
    let address =
        format!("{}{cased}{}", FRONTS.get(front % FRONTS.len()).copied().unwrap_or_default(), tails.concat());
    let pages = [
        "https://example.org/lawgrade/#",
        "http://localhost:8080/a/es.html?lang=es#",
        "file:///C:/card.html#",
    ];
    let linked = match link % 5 {
        0 => address,
        1 => format!("#{address}"),
        page => format!("{}{address}", pages.get(page - 2).copied().unwrap_or_default()),
    };
    in_mail(&wrapped(&in_a_browser(&linked), wrapper), mail)
}

const FRONTS: [&str; 8] = ["", "", "/", "!", "!/", "//", "#", "\u{feff}"];

const TAILS: [&str; 24] = [
    "",
    "",
    "",
    "",
    ".",
    ").",
    "”",
    ">",
    "…",
    "\"",
    ",",
    ";",
    "/",
    "!",
    "?utm_source=news&utm_medium=email",
    "&fbclid=IwAR0_-x",
    "&amp;utm_campaign=a%20b",
    "?secret=Xy12",
    "/?mc_cid=1&mc_eid=2",
    "#:~:text=on%20the%20law",
    "&",
    "?",
    "#",
    "&quot;&gt;",
];

/// An id as editors, mail programs and people write it.
fn in_another_form(id: &str, way: usize) -> String {
    let wide =
        |letter: char| char::from_u32(u32::from(letter) + 0xfee0).filter(|_| letter.is_ascii_graphic());
    match way % 9 {
        0 => id.replace('-', "\u{2013}"),
        1 => id.replace('-', "\u{2011}"),
        2 => id.replace('-', "_"),
        3 => id.replace('-', "-\u{ad}"),
        4 => id.replace('-', "\u{200b}-"),
        5 => format!(" {}", id.replacen('-', "- ", 1)),
        6 => id.chars().map(|letter| wide(letter).unwrap_or(letter)).collect(),
        _ => id.to_owned(),
    }
}

fn in_ids(address: &str, change: &dyn Fn(&str) -> String) -> String {
    let parts = address.split('/').map(|part| {
        let (name, ids) = match part.split_once([':', '=']) {
            Some(("to" | "sure", _)) | None => return part.to_owned(),
            Some(("bill", bill)) => {
                part.split_at(part.len() - bill.split_once(':').map_or(0, |(_, ids)| ids.len()))
            }
            Some((_, ids)) => part.split_at(part.len() - ids.len()),
        };
        let ids: Vec<String> = ids.split(',').map(change).collect();
        format!("{name}{}", ids.join(","))
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Changes everything but the names of bills.
fn outside_of_names(address: &str, change: &dyn Fn(&str) -> String) -> String {
    let parts = address.split('/').map(|part| {
        match part.strip_prefix("bill=").and_then(|bill| bill.split_once(':')) {
            Some((name, ids)) => format!("{}{name}:{}", change("bill="), change(ids)),
            None => change(part),
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

/// What a browser makes of a link's letters.
fn in_a_browser(link: &str) -> String {
    encoded(link, |letter| letter.is_ascii_graphic() && !"\"<>`".contains(letter))
}

fn wrapped(link: &str, way: usize) -> String {
    let whole = encoded(link, |letter| letter.is_ascii_alphanumeric() || "-_.!~*'()".contains(letter));
    match way % 14 {
        0 => format!(
            "https://eur01.safelinks.protection.outlook.com/?url={whole}&data=05%7C02%7Ca%40b.org%7C1&reserved=0"
        ),
        1 => format!("https://l.facebook.com/l.php?u={whole}&h=AT0x&s=1"),
        2 => format!("https://www.google.com/url?q={whole}&sa=D&source=docs&ust=17&usg=AO"),
        3 => format!("https://linkprotect.cudasvc.com/url?a={}&c=E,1,x&typo=1", whole.to_lowercase_escapes()),
        4 => format!("https://secure-web.cisco.com/1abC/{whole}"),
        5 => format!("https://safe.example/?url={}&x=1", encoded(&whole, |letter| letter != '%')),
        6 => {
            let link = encoded(link, |letter| letter.is_ascii_alphanumeric() || "./".contains(letter));
            let link = link.replace('%', "-").replace('/', "_");
            format!("https://urldefense.proofpoint.com/v2/url?u={link}&d=DwM&c=x&r=y&e=")
        }
        7 if link.find('#') < link.find('%').or(Some(usize::MAX)) && link.contains('#') => {
            format!("https://urldefense.com/v3/__{}__;Iw!!abc!xyz$", link.replace(['#', '%'], "*"))
        }
        8 => whole,
        9 => encoded(&whole, |letter| letter != '%'),
        _ => link.to_owned(),
    }
}

trait Escapes {
    fn to_lowercase_escapes(&self) -> String;
}

impl Escapes for String {
    fn to_lowercase_escapes(&self) -> String {
        let mut parts = self.split('%');
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |text, part| {
            let (digits, rest) = part.split_at_checked(2).unwrap_or((part, ""));
            format!("{text}%{}{rest}", digits.to_lowercase())
        })
    }
}

fn in_mail(link: &str, way: usize) -> String {
    let has_more_than_bills = ["on=", "off=", "to=", "sure=", "without="]
        .iter()
        .any(|part| link.to_lowercase().contains(&format!("/{part}")));
    match way % 6 {
        0 => broken(link, "=\r\n"),
        1 if has_more_than_bills => broken(&link.replace('=', "=3D"), "=\n"),
        2 => format!(" {link}\r\n"),
        3 => format!("<{link}>"),
        _ => link.to_owned(),
    }
}

fn broken(link: &str, end: &str) -> String {
    let letters: Vec<char> = link.chars().collect();
    letters.chunks(70).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(end)
}

fn encoded(text: &str, stays: impl Fn(char) -> bool) -> String {
    let encode = |letter: char| match stays(letter) {
        true => letter.to_string(),
        false => letter.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    };
    text.chars().map(encode).collect()
}
