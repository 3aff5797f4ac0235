CREATE TABLE "callout_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"seq" bigserial NOT NULL,
	"author" text NOT NULL,
	"author_id" text,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"press_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"last_attempt_at" timestamp with time zone,
	"unsettled_since" timestamp with time zone,
	"aura_event_id" bigint,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "message_stream" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "callout_message" ADD CONSTRAINT "callout_message_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_message" ADD CONSTRAINT "callout_message_press_id_press_id_fk" FOREIGN KEY ("press_id") REFERENCES "public"."press"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_stream" ADD CONSTRAINT "message_stream_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callout_message_order" ON "callout_message" USING btree ("callout_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_message_event" ON "callout_message" USING btree ("callout_id","aura_event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_message_press" ON "callout_message" USING btree ("press_id");--> statement-breakpoint
CREATE INDEX "callout_message_due" ON "callout_message" USING btree ("next_attempt_at") WHERE "callout_message"."state" = 'queued';