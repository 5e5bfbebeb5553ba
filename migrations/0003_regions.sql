CREATE TABLE `replaced_regions` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`since` integer,
	`until` integer,
	`to` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `regions` ADD `since` integer;