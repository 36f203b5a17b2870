"""Tables and queries; the only commit; the only importer of sqlalchemy beside migrations."""
