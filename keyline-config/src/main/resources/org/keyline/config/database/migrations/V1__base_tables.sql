-- What is not derived from the descriptions of configuration objects.

CREATE TABLE change_log (
    revision BIGINT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    object_key TEXT NOT NULL,
    action TEXT NOT NULL,
    fields TEXT NOT NULL,
    author TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (revision, position)
);

CREATE TABLE parameters (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, name)
);

CREATE TABLE phone_certificates (
    device TEXT NOT NULL,
    certificate_kind TEXT NOT NULL,
    der ${bytes} NOT NULL,
    sha256 TEXT NOT NULL,
    sha1 TEXT NOT NULL,
    md5 TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    not_after BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (device, certificate_kind)
);

CREATE INDEX phone_certificates_sha256 ON phone_certificates (sha256);

CREATE TABLE administrators (
    account TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_sign_in BIGINT
);

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
