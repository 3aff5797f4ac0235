CREATE TABLE "escalation_notice" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"recipient" text NOT NULL,
	"shown" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"text_id" text,
	CONSTRAINT "escalation_notice_kind_subject_since_recipient_pk" PRIMARY KEY("kind","subject","since","recipient")
);
--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "assigned_to" text;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "alert" ADD COLUMN "escalation_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "escalation_notice_subject" ON "escalation_notice" USING btree ("subject");--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_assigned_to_user_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;