CREATE TABLE "following" (
	"id" integer PRIMARY KEY NOT NULL,
	"board_watched_until" timestamp with time zone,
	"round_at" timestamp with time zone,
	"failed_rounds" integer DEFAULT 0 NOT NULL,
	"reads_left" double precision NOT NULL,
	"reads_counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "following_one_row" CHECK ("following"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"message" text,
	"about" text,
	"about_id" bigint,
	"customer_id" bigint,
	"body_sealed" text NOT NULL,
	"body_hash" text NOT NULL,
	"repeat_of" bigint,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	"replayed_at" timestamp with time zone,
	"processed_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
DROP INDEX "callout_open";--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "listed_status" text;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "detail_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "watched_until" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "webhook_event_newest" ON "webhook_event" USING btree ("received_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "webhook_event_due" ON "webhook_event" USING btree ("due_at") WHERE "webhook_event"."state" in ('received', 'waiting');--> statement-breakpoint
CREATE INDEX "webhook_event_body" ON "webhook_event" USING btree ("body_hash","id");--> statement-breakpoint
CREATE INDEX "press_received" ON "press" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "callout_open" ON "callout" USING btree ("id") WHERE "callout"."closed_at" is null;