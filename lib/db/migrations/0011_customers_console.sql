ALTER TABLE "person" DROP CONSTRAINT "person_mobile_unique";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "subscription_id" bigint;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "subscription_cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "subscription_as_of" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "origin" text DEFAULT 'registration' NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "search_surname" text GENERATED ALWAYS AS (regexp_replace(normalize(lower(surname || ' ' || name), NFD), '[\u0300-\u036F]', '', 'g')) STORED;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "search_name" text GENERATED ALWAYS AS (regexp_replace(normalize(lower(name || ' ' || surname), NFD), '[\u0300-\u036F]', '', 'g')) STORED;--> statement-breakpoint
CREATE UNIQUE INDEX "person_mobile_once" ON "person" USING btree ("mobile") WHERE "person"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "person_newest" ON "person" USING btree ("created_at","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_mobile" ON "person" USING btree ("mobile" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_surname" ON "person" USING btree ("search_surname" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_name" ON "person" USING btree ("search_name" collate "C","aura_customer_id");