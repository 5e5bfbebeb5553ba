CREATE TABLE `statutory_boards` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`also_known_as` text,
	`region` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`text` text NOT NULL,
	`grade` text NOT NULL,
	`source` text NOT NULL
);
