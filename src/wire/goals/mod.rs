//! Reading goal documents.
