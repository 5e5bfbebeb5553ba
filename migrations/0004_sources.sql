CREATE TABLE `sources` (
	`path` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `dataset` ADD `program` text NOT NULL;