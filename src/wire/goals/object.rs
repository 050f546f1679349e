//! One declaration per object of the format, from which come its table and the getters of what was read.

/// Declares objects of the format: a type for each, to be read as [`Written`](super::written::Written).
///
/// `required`: without this field the object is left out. `wanted`: its absence is reported, no more.
/// `short`: the field a plain string stands for. `most`: how many a list may hold.
macro_rules! object {
    ($(
        $(#[doc = $about:literal])*
        $name:ident, $expected:literal $(, short $short:literal)? $(, most $most:literal)? {$(
            $(#[$attr:meta])*
            $key:literal $($need:ident)? => $field:ident: $form:ty, $doc:literal;
        )*}
    )*) => {$(
        $(#[doc = $about])*
        pub(super) enum $name {}

        const _: () = {
            use $crate::wire::goals::shape::{Field, Need, Shape, Table};
            use $crate::wire::goals::written::{Form, Value, Written};

            /// The places of the fields in what was read.
            #[allow(non_camel_case_types, clippy::allow_attributes, reason = "named like the getters")]
            enum Place {$($field),*}

            impl Form for $name {
                type Held<'a> = Written<'a, Self>;

                const SHAPE: Shape = Shape::Object(&Table {
                    expected: $expected,
                    short: object!(@or None; $(Some($short))?),
                    most: object!(@or $crate::wire::goals::shape::MOST; $($most)?),
                    fields: &[$(Field {
                        name: $key,
                        need: object!(@need $($need)?),
                        shape: <$form as Form>::SHAPE,
                        #[cfg(feature = "schema")]
                        about: $doc,
                    }),*],
                    #[cfg(feature = "schema")]
                    about: (stringify!($name), concat!($($about),*)),
                });

                fn held(value: &Value) -> Written<'_, Self> {
                    Written::new(value)
                }
            }

            impl<'a> Written<'a, $name> {$(
                #[doc = $doc]
                $(#[$attr])*
                pub(super) fn $field(self) -> object!(@held $form; $($need)?) {
                    object!(@get $form, self, Place::$field as usize; $($need)?)
                }
            )*}
        };
    )*};
    (@or $default:expr; ) => { $default };
    (@or $default:expr; $given:expr) => { $given };
    (@need) => { Need::Optional };
    (@need wanted) => { Need::Wanted };
    (@need required) => { Need::Required };
    (@held $form:ty; required) => { <$form as Form>::Held<'a> };
    (@held $form:ty; $(wanted)?) => { Option<<$form as Form>::Held<'a>> };
    (@get $form:ty, $self:ident, $place:expr; required) => { $self.required::<$form>($place) };
    (@get $form:ty, $self:ident, $place:expr; $(wanted)?) => { $self.optional::<$form>($place) };
}

pub(super) use object;
