//! One declaration per object of the format: its Rust struct, its reader and its JSON Schema.

/// Declares an object of the format.
///
/// `required`: without this field the object is left out. `wanted`: its absence is reported, no more.
/// `short`: the field a plain string stands for. `most`: how many a list may hold.
macro_rules! object {
    ($(
        $(#[doc = $about:literal])*
        $name:ident, $expected:literal $(, short $short:literal)? $(, most $most:literal)? {$(
            $(#[$attr:meta])*
            $key:literal $($need:ident)? => $field:ident: $shape:ty, $doc:literal;
        )*}
    )*) => {$(
        $(#[doc = $about])*
        #[derive(Debug)]
        pub(super) struct $name {$(
            #[doc = $doc]
            $(#[$attr])*
            pub(super) $field: object!(@held $shape; $($need)?),
        )*}

        impl $crate::wire::goals::shape::Shape for $name {
            $(const MOST: usize = $most;)?
            const WORD: bool = object!(@short $($short)?).is_some();

            fn read(value: &$crate::json::Json, at: &mut $crate::wire::goals::at::At) -> Option<Self> {
                let shape = $crate::wire::goals::at::Fields {
                    names: &[$($key),*],
                    short: object!(@short $($short)?),
                    expected: $expected,
                };
                let mut short = $crate::json::Fields::default();
                let fields = at.fields(value, &shape, &mut short)?;
                // All fields are read before one that is missing ends it, so that every fault is told at once.
                $(let $field = object!(@read at fields $key; $($need)?);)*
                Some(Self {$($field: object!(@whole $field; $($need)?)),*})
            }

            #[cfg(feature = "schema")]
            fn schema(defs: &mut serde_json::Map<String, serde_json::Value>) -> serde_json::Value {
                $crate::wire::goals::schema::object(
                    defs,
                    stringify!($name),
                    concat!($($about),*),
                    object!(@short $($short)?),
                    |defs| vec![$((
                        $key,
                        $doc,
                        !object!(@need $($need)?).is_empty(),
                        <$shape as $crate::wire::goals::shape::Shape>::schema(defs),
                    )),*],
                )
            }
        }
    )*};
    (@held $shape:ty; required) => { $shape };
    (@held $shape:ty; $(wanted)?) => { Option<$shape> };
    (@read $at:ident $fields:ident $key:literal; ) => { $at.optional($fields, $key) };
    (@read $at:ident $fields:ident $key:literal; $need:ident) => { $at.$need($fields, $key) };
    (@whole $field:ident; required) => { $field? };
    (@whole $field:ident; $(wanted)?) => { $field };
    (@short $short:literal) => { Some($short) };
    (@short) => { None::<&'static str> };
    (@need $need:ident) => { stringify!($need) };
    (@need) => { "" };
}

pub(super) use object;
