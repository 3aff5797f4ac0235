CREATE TABLE "attention_mark" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"escalated_at" timestamp with time zone,
	"escalation_attempts" integer DEFAULT 0 NOT NULL,
	"escalation_sent_at" timestamp with time zone,
	CONSTRAINT "attention_mark_kind_subject_since_pk" PRIMARY KEY("kind","subject","since")
);
--> statement-breakpoint
CREATE TABLE "aura_call_minute" (
	"minute" timestamp with time zone NOT NULL,
	"operation" text NOT NULL,
	"outcome" text NOT NULL,
	"within_ms" integer NOT NULL,
	"attempts" integer NOT NULL,
	CONSTRAINT "aura_call_minute_minute_operation_outcome_within_ms_pk" PRIMARY KEY("minute","operation","outcome","within_ms")
);
--> statement-breakpoint
CREATE TABLE "aura_drift" (
	"operation" text NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "aura_drift_operation_name_pk" PRIMARY KEY("operation","name")
);
--> statement-breakpoint
CREATE TABLE "callout_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"operator_id" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"response_type_id" integer PRIMARY KEY NOT NULL,
	"kml" text NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signup_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"aura_session_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"return_status" text,
	"returned_at" timestamp with time zone,
	"customer_id" bigint,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "signup_session_aura_session_id_unique" UNIQUE("aura_session_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_registration" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" text
);
--> statement-breakpoint
DROP INDEX "callout_newest";--> statement-breakpoint
DROP INDEX "callout_person";--> statement-breakpoint
ALTER TABLE "callout_position" ADD COLUMN "said_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "response_type_id" integer;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "verdict" text;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "verdict_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "verdict_by" text;--> statement-breakpoint
ALTER TABLE "following" ADD COLUMN "failed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "attention_mark" ADD CONSTRAINT "attention_mark_acknowledged_by_user_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_note" ADD CONSTRAINT "callout_note_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_note" ADD CONSTRAINT "callout_note_operator_id_user_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_passkey" ADD CONSTRAINT "operator_passkey_operator_id_user_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signup_session" ADD CONSTRAINT "signup_session_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_registration" ADD CONSTRAINT "webhook_registration_registered_by_user_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attention_mark_subject" ON "attention_mark" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "callout_note_callout" ON "callout_note" USING btree ("callout_id","written_at","id");--> statement-breakpoint
CREATE INDEX "operator_passkey_operator" ON "operator_passkey" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "signup_session_newest" ON "signup_session" USING btree ("created_at","id");--> statement-breakpoint
ALTER TABLE "callout" ADD CONSTRAINT "callout_verdict_by_user_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callout_stage" ON "callout" USING btree ("stage","raised_at","id");--> statement-breakpoint
CREATE INDEX "callout_newest" ON "callout" USING btree ("raised_at","id");--> statement-breakpoint
CREATE INDEX "callout_person" ON "callout" USING btree ("person_id","raised_at","id");