CREATE TABLE "device" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"session_id" text,
	"name" text NOT NULL,
	"signed_in_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "device_session_id_unique" UNIQUE("session_id")
);
--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_person" ON "device" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "device_signed_in" ON "device" USING btree ("signed_in_at");--> statement-breakpoint
CREATE INDEX "device_revoked" ON "device" USING btree ("id") WHERE "device"."revoked_at" is not null;