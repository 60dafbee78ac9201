-- A new store, as all the migrations make it. A test compares the two.
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE store (
	id INTEGER NOT NULL,
	mode VARCHAR(8) NOT NULL,
	PRIMARY KEY (id)
);
CREATE TABLE cases (
	id INTEGER NOT NULL,
	locator VARCHAR(32) NOT NULL,
	verifier_hash VARCHAR(64) NOT NULL,
	reply_key VARCHAR(64) NOT NULL,
	idempotency VARCHAR(32) NOT NULL,
	content VARCHAR(64) NOT NULL,
	received DATETIME NOT NULL,
	authorised DATETIME NOT NULL,
	wording INTEGER NOT NULL,
	item_count INTEGER NOT NULL,
	withdrawn DATETIME,
	PRIMARY KEY (id),
	UNIQUE (locator),
	UNIQUE (idempotency)
);
CREATE INDEX ix_cases_received ON cases (received);
CREATE TABLE items (
	id INTEGER NOT NULL,
	case_id INTEGER NOT NULL,
	set_id VARCHAR(16) NOT NULL,
	label VARCHAR(16) NOT NULL,
	pdq VARCHAR(64),
	quality INTEGER,
	md5 VARCHAR(32),
	sha256 VARCHAR(64),
	PRIMARY KEY (id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_items_case_id ON items (case_id);
CREATE TABLE sealed (
	case_id INTEGER NOT NULL,
	box TEXT NOT NULL,
	read DATETIME,
	PRIMARY KEY (case_id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE TABLE steps (
	id INTEGER NOT NULL,
	case_id INTEGER NOT NULL,
	kind VARCHAR(24) NOT NULL,
	at DATETIME NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_steps_case_id ON steps (case_id);
CREATE TABLE replies (
	id INTEGER NOT NULL,
	case_id INTEGER NOT NULL,
	at DATETIME NOT NULL,
	box TEXT NOT NULL,
	PRIMARY KEY (id),
	FOREIGN KEY(case_id) REFERENCES cases (id) ON DELETE CASCADE
);
CREATE INDEX ix_replies_case_id ON replies (case_id);
