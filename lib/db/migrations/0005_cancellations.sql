CREATE TABLE "cancellation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"by" text NOT NULL,
	"actor_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"code_sealed" text,
	"is_code_right" boolean,
	"reason" text,
	"exception_reason_id" integer,
	"reason_state" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "duress_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cancellation_callout" ON "cancellation" USING btree ("callout_id","asked_at");--> statement-breakpoint
CREATE INDEX "cancellation_due" ON "cancellation" USING btree ("next_attempt_at") WHERE "cancellation"."state" = 'waiting';