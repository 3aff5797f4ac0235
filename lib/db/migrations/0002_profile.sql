ALTER TABLE "person" ADD COLUMN "saved_latitude" double precision;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "saved_longitude" double precision;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "saved_address" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "saved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "contact_name" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "contact_mobile" text;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_saved_whole" CHECK (num_nulls("person"."saved_latitude", "person"."saved_longitude", "person"."saved_at") in (0, 3));--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_contact_whole" CHECK (num_nulls("person"."contact_name", "person"."contact_mobile") in (0, 2));