CREATE TABLE "callout_outcome" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"map_url_sealed" text
);
--> statement-breakpoint
CREATE TABLE "callout_rating" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"rating" integer NOT NULL,
	"words" text,
	"may_contact" boolean NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	CONSTRAINT "callout_rating_scale" CHECK ("callout_rating"."rating" between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "callout_outcome" ADD CONSTRAINT "callout_outcome_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_rating" ADD CONSTRAINT "callout_rating_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callout_rating_due" ON "callout_rating" USING btree ("next_attempt_at") WHERE "callout_rating"."state" = 'queued';