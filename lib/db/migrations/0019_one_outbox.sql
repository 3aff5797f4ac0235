CREATE TABLE "scheduled_job" (
	"name" text PRIMARY KEY NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid
);
--> statement-breakpoint
DROP INDEX "callout_message_due";--> statement-breakpoint
DROP INDEX "callout_rating_due";--> statement-breakpoint
DROP INDEX "cancellation_due";--> statement-breakpoint
DROP INDEX "callout_position_due";--> statement-breakpoint
ALTER TABLE "webhook_event" ALTER COLUMN "due_at" SET DEFAULT now();--> statement-breakpoint
ALTER TABLE "callout_message" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "callout_message" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout_message" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "callout_rating" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "callout_rating" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout_rating" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "cancellation" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "cancellation" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cancellation" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "callout_position" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "callout_position" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout_position" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
ALTER TABLE "webhook_event" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "webhook_event" ADD COLUMN "lease_token" uuid;--> statement-breakpoint
CREATE INDEX "press_due" ON "press" USING btree ("due_at") WHERE "press"."state" = 'recorded';--> statement-breakpoint
CREATE INDEX "callout_message_due" ON "callout_message" USING btree ("due_at") WHERE "callout_message"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "callout_rating_due" ON "callout_rating" USING btree ("due_at") WHERE "callout_rating"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "cancellation_due" ON "cancellation" USING btree ("due_at") WHERE "cancellation"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "callout_position_due" ON "callout_position" USING btree ("due_at") WHERE "callout_position"."measured_at" is not null and ("callout_position"."at_aura_measured_at" is null or "callout_position"."at_aura_measured_at" < "callout_position"."measured_at");--> statement-breakpoint
ALTER TABLE "callout_message" DROP COLUMN "claimed_until";--> statement-breakpoint
ALTER TABLE "callout_message" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "callout_rating" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "cancellation" DROP COLUMN "claimed_until";--> statement-breakpoint
ALTER TABLE "cancellation" DROP COLUMN "next_attempt_at";--> statement-breakpoint
ALTER TABLE "customer_import_row" DROP COLUMN "claimed_until";--> statement-breakpoint
ALTER TABLE "callout_position" DROP COLUMN "forward_after";--> statement-breakpoint
ALTER TABLE "press" DROP COLUMN "claimed_until";--> statement-breakpoint
ALTER TABLE "webhook_event" DROP COLUMN "claimed_until";--> statement-breakpoint
DROP SCHEMA IF EXISTS graphile_worker CASCADE;
