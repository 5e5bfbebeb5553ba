PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`purpose` text NOT NULL,
	`region` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`lists` text NOT NULL,
	`outcomes` text,
	`text` text NOT NULL,
	`grade` text NOT NULL,
	`source` text,
	`bases` text,
	`body` text
);
--> statement-breakpoint
INSERT INTO `__new_rules`("id", "kind", "purpose", "region", "from_day", "to_day", "lists", "text", "grade", "source") SELECT "id", "kind", "purpose", "region", "from_day", "to_day", "lists", "text", "grade", "source" FROM `rules`;--> statement-breakpoint
DROP TABLE `rules`;--> statement-breakpoint
ALTER TABLE `__new_rules` RENAME TO `rules`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_statutory_boards` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`also_known_as` text,
	`region` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`text` text NOT NULL,
	`grade` text NOT NULL,
	`source` text,
	`bases` text,
	`body` text
);
--> statement-breakpoint
INSERT INTO `__new_statutory_boards`("id", "name", "also_known_as", "region", "from_day", "to_day", "text", "grade", "source") SELECT "id", "name", "also_known_as", "region", "from_day", "to_day", "text", "grade", "source" FROM `statutory_boards`;--> statement-breakpoint
DROP TABLE `statutory_boards`;--> statement-breakpoint
ALTER TABLE `__new_statutory_boards` RENAME TO `statutory_boards`;--> statement-breakpoint
ALTER TABLE `documents` ADD `versions` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `successor` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `outlook` text;--> statement-breakpoint
ALTER TABLE `documents` ADD `reviewed` text;--> statement-breakpoint
ALTER TABLE `documents` DROP COLUMN `version`;--> statement-breakpoint
ALTER TABLE `items` ADD `effect` text;--> statement-breakpoint
ALTER TABLE `items` ADD `body` text;--> statement-breakpoint
ALTER TABLE `items` ADD `bases` text;--> statement-breakpoint
ALTER TABLE `lists` ADD `annex_from` text;