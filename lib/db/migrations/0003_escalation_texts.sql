CREATE TABLE "escalation_text" (
	"id" uuid PRIMARY KEY NOT NULL,
	"gateway_id" text NOT NULL,
	"sealed" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"second_sent_at" timestamp with time zone,
	CONSTRAINT "escalation_text_gateway_id_unique" UNIQUE("gateway_id")
);
--> statement-breakpoint
CREATE INDEX "escalation_text_sent" ON "escalation_text" USING btree ("sent_at");