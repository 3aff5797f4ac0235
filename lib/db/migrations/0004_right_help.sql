CREATE TABLE "response_type" (
	"id" integer PRIMARY KEY NOT NULL,
	"value" text NOT NULL,
	"description" text,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "response_type_id" integer;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "facts_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "response_type_id" integer;