CREATE TABLE `dataset` (
	`version` text PRIMARY KEY NOT NULL,
	`content_hash` text NOT NULL,
	`built_at` text NOT NULL,
	`remarks` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`number` text,
	`issuer` text,
	`version` text,
	`issued` text,
	`published` text,
	`from_day` text,
	`to_day` text,
	`read` text,
	`clauses` text
);
--> statement-breakpoint
CREATE TABLE `items` (
	`list` text NOT NULL,
	`no` integer NOT NULL,
	`name` text NOT NULL,
	`sub_names` text,
	`sub_names_open` integer,
	`category` text,
	`guide` text,
	`board` text,
	`exceptions` text,
	`instead` text,
	`note` text,
	`grade` text,
	`source` text,
	`from_day` text,
	`to_day` text,
	PRIMARY KEY(`list`, `no`),
	FOREIGN KEY (`list`) REFERENCES `lists`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lists` (
	`id` text PRIMARY KEY NOT NULL,
	`annex` integer,
	`kind` text NOT NULL,
	`effect` text NOT NULL,
	`title` text NOT NULL,
	`issuer` text NOT NULL,
	`custodian` text NOT NULL,
	`region` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`completeness` text NOT NULL,
	`grade` text NOT NULL,
	`source` text NOT NULL,
	`note` text,
	`supply` text,
	`provenance` text,
	`reviewed` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `name_words` (
	`kind` text PRIMARY KEY NOT NULL,
	`wording` text,
	`slots` text
);
--> statement-breakpoint
CREATE TABLE `recorded_names` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`names` text NOT NULL,
	`reading` text NOT NULL,
	`items` text NOT NULL,
	`grade` text NOT NULL,
	`source` text,
	`reason` text,
	`instead` text
);
--> statement-breakpoint
CREATE TABLE `regions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent` text
);
--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`region` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`lists` text NOT NULL,
	`text` text NOT NULL,
	`grade` text NOT NULL,
	`source` text NOT NULL
);
