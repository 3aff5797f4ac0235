ALTER TABLE "callout_fix" DROP CONSTRAINT "callout_fix_latitude";--> statement-breakpoint
ALTER TABLE "callout_fix" DROP CONSTRAINT "callout_fix_longitude";--> statement-breakpoint
ALTER TABLE "person" DROP CONSTRAINT "person_saved_whole";--> statement-breakpoint
ALTER TABLE "press" DROP CONSTRAINT "press_latitude";--> statement-breakpoint
ALTER TABLE "press" DROP CONSTRAINT "press_longitude";--> statement-breakpoint
DROP INDEX "one_time_code_mobile";--> statement-breakpoint
DROP INDEX "callout_cell";--> statement-breakpoint
DROP INDEX "person_mobile_once";--> statement-breakpoint
DROP INDEX "person_by_mobile";--> statement-breakpoint
DROP INDEX "press_cell";--> statement-breakpoint
ALTER TABLE "callout_outcome" ALTER COLUMN "report" SET DATA TYPE text USING "report"::text;--> statement-breakpoint
ALTER TABLE "callout" ALTER COLUMN "incidents" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "callout" ALTER COLUMN "incidents" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "callout" ALTER COLUMN "incidents" SET DATA TYPE text USING nullif("incidents"::text, '[]');--> statement-breakpoint
ALTER TABLE "one_time_code" ADD COLUMN "mobile_hash" text;--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD COLUMN "mobile_hash" text;--> statement-breakpoint
ALTER TABLE "callout_fix" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "callout_position" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "cell" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "mobile_hash" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "saved_place" text;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "press" ADD COLUMN "cell" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "mobile_hash" text;--> statement-breakpoint
-- As it was: npm run rekey seals it.
UPDATE "callout_fix" SET "place" = '[' || "latitude" || ',' || "longitude" || ',' || coalesce("accuracy_m"::text, 'null') || ']';--> statement-breakpoint
ALTER TABLE "callout_fix" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
UPDATE "callout_position" SET "place" = '[' || "latitude" || ',' || "longitude" || ',' || coalesce("accuracy_m"::text, 'null') || ']' WHERE "latitude" IS NOT NULL AND "longitude" IS NOT NULL;--> statement-breakpoint
UPDATE "callout" SET "place" = '[' || "latitude" || ',' || "longitude" || ',' || coalesce("accuracy_m"::text, 'null') || ']' WHERE "latitude" IS NOT NULL AND "longitude" IS NOT NULL;--> statement-breakpoint
UPDATE "press" SET "place" = '[' || "latitude" || ',' || "longitude" || ',' || coalesce("accuracy_m"::text, 'null') || ']' WHERE "latitude" IS NOT NULL AND "longitude" IS NOT NULL;--> statement-breakpoint
UPDATE "person" SET "saved_place" = '[' || "saved_latitude" || ',' || "saved_longitude" || ',' || coalesce(null::text, 'null') || ']' WHERE "saved_latitude" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "person_mobile_unsealed" ON "person" USING btree ("mobile") WHERE "person"."mobile_hash" is null;--> statement-breakpoint
CREATE INDEX "one_time_code_mobile" ON "one_time_code" USING btree ("mobile_hash");--> statement-breakpoint
CREATE INDEX "callout_cell" ON "callout" USING btree ("cell");--> statement-breakpoint
CREATE UNIQUE INDEX "person_mobile_once" ON "person" USING btree ("mobile_hash") WHERE "person"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "person_by_mobile" ON "person" USING btree ("mobile_hash");--> statement-breakpoint
CREATE INDEX "press_cell" ON "press" USING btree ("cell");--> statement-breakpoint
ALTER TABLE "callout_fix" DROP COLUMN "latitude";--> statement-breakpoint
ALTER TABLE "callout_fix" DROP COLUMN "longitude";--> statement-breakpoint
ALTER TABLE "callout_fix" DROP COLUMN "accuracy_m";--> statement-breakpoint
ALTER TABLE "callout_position" DROP COLUMN "latitude";--> statement-breakpoint
ALTER TABLE "callout_position" DROP COLUMN "longitude";--> statement-breakpoint
ALTER TABLE "callout_position" DROP COLUMN "accuracy_m";--> statement-breakpoint
ALTER TABLE "callout" DROP COLUMN "latitude";--> statement-breakpoint
ALTER TABLE "callout" DROP COLUMN "longitude";--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "saved_latitude";--> statement-breakpoint
ALTER TABLE "person" DROP COLUMN "saved_longitude";--> statement-breakpoint
ALTER TABLE "press" DROP COLUMN "latitude";--> statement-breakpoint
ALTER TABLE "press" DROP COLUMN "longitude";--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_mobile_found" CHECK ("one_time_code"."mobile_hash" is not null or "one_time_code"."mobile" not like 's1.%');--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD CONSTRAINT "customer_import_row_mobile_found" CHECK ("customer_import_row"."mobile_hash" is not null or "customer_import_row"."mobile" not like 's1.%');--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_mobile_found" CHECK ("person"."mobile_hash" is not null or "person"."mobile" not like 's1.%');--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_saved_whole" CHECK (num_nulls("person"."saved_place", "person"."saved_at") in (0, 2));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_mobile_found" CHECK ("registration"."mobile_hash" is not null or "registration"."mobile" not like 's1.%');