CREATE TABLE "contact_text" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"callout_id" bigint NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"queued_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"sent_at" timestamp with time zone,
	"gateway_id" text,
	"delivered_at" timestamp with time zone,
	"failed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "trusted_contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" text NOT NULL,
	"nth" integer NOT NULL,
	"name" text NOT NULL,
	"mobile" text NOT NULL,
	"is_texted" boolean NOT NULL,
	"saved_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact_text" ADD CONSTRAINT "contact_text_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trusted_contact" ADD CONSTRAINT "trusted_contact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_text_once" ON "contact_text" USING btree ("callout_id","contact_id");--> statement-breakpoint
CREATE INDEX "contact_text_due" ON "contact_text" USING btree ("due_at") WHERE "contact_text"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "contact_text_gateway" ON "contact_text" USING btree ("gateway_id");--> statement-breakpoint
CREATE UNIQUE INDEX "trusted_contact_order" ON "trusted_contact" USING btree ("person_id","nth");