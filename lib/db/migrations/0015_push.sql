CREATE TABLE "push_notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"device_id" uuid NOT NULL,
	"about" text NOT NULL,
	"callout_id" bigint NOT NULL,
	"stage" text,
	"queued_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid
);
--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"device_id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"endpoint_hash" text NOT NULL,
	"subscribed_at" timestamp with time zone NOT NULL,
	"quiet_until" timestamp with time zone,
	CONSTRAINT "push_subscription_endpoint_hash_unique" UNIQUE("endpoint_hash")
);
--> statement-breakpoint
ALTER TABLE "push_notice" ADD CONSTRAINT "push_notice_device_id_push_subscription_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."push_subscription"("device_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_device_id_device_id_fk" FOREIGN KEY ("device_id") REFERENCES "public"."device"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "push_notice_newest" ON "push_notice" USING btree ("device_id","about");--> statement-breakpoint
CREATE INDEX "push_notice_due" ON "push_notice" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "push_subscription_person" ON "push_subscription" USING btree ("person_id");