//! Style sheets as machines read them: without comments and spaces that only people need. Done by the compiler, so that
//! it costs a visitor nothing.

/// How long a sheet is then.
pub(super) const fn length(sheet: &[u8]) -> usize {
    walk::<0>(sheet).1
}

/// The sheet; `N` is its [`length`].
pub(super) const fn tight<const N: usize>(sheet: &[u8]) -> [u8; N] {
    walk::<N>(sheet).0
}

/// Writes as much of it as there is room for, and says how long the whole is.
const fn walk<const N: usize>(sheet: &[u8]) -> ([u8; N], usize) {
    let (mut out, mut length, mut at) = ([0; N], 0, 0);
    let (mut last, mut space, mut quoted) = (b'}', false, false);
    while at < sheet.len() {
        let byte = sheet[at];
        at += 1;
        if !quoted && byte == b'/' && at < sheet.len() && sheet[at] == b'*' {
            while !(sheet[at] == b'*' && sheet[at + 1] == b'/') {
                at += 1;
            }
            at += 2;
            continue;
        }
        if !quoted && byte.is_ascii_whitespace() {
            space = true;
            continue;
        }
        let needed = space && !matches!(last, b'{' | b'}' | b';' | b',' | b':') && !matches!(byte, b'{' | b'}' | b';');
        if needed {
            if length < N {
                out[length] = b' ';
            }
            length += 1;
        }
        if length < N {
            out[length] = byte;
        }
        length += 1;
        if byte == b'"' {
            quoted = !quoted;
        }
        (last, space) = (byte, false);
    }
    (out, length)
}

#[cfg(test)]
mod tests {
    use super::{length, tight};

    #[track_caller]
    fn check<const N: usize>(sheet: &str, wanted: [&str; N]) {
        let wanted = wanted.concat();
        assert_eq!(length(sheet.as_bytes()), wanted.len());
        let written = tight::<64>(sheet.as_bytes());
        assert_eq!(&written[..wanted.len()], wanted.as_bytes());
    }

    #[test]
    fn spaces_and_comments_that_only_people_need_go() {
        check(
            "/* A box. */\n.a .b {\n  margin: 0 auto;\n}\n",
            [".a .b{margin:0 auto;}"],
        );
        check(
            "@media (x) { a, b:hover { top: calc(1px + 2px); } }",
            ["@media (x){a,b:hover{top:calc(1px + 2px);}}"],
        );
    }

    #[test]
    fn what_is_quoted_stays() {
        check(
            "a::before { content: \" / * ; \"; }",
            ["a::before{content:\" / * ; \";}"],
        );
    }
}
