CREATE TABLE "callout_fix" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"accuracy_m" double precision NOT NULL,
	"device" text,
	"doubt" text,
	CONSTRAINT "callout_fix_latitude" CHECK ("callout_fix"."latitude" between -90 and 90),
	CONSTRAINT "callout_fix_longitude" CHECK ("callout_fix"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "callout_position" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"device" text,
	"heard_at" timestamp with time zone NOT NULL,
	"pause_reason" text,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_m" double precision,
	"measured_at" timestamp with time zone,
	"forward_after" timestamp with time zone NOT NULL,
	"at_aura_measured_at" timestamp with time zone,
	"minute_from" timestamp with time zone NOT NULL,
	"minute_fixes" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "callout_fix" ADD CONSTRAINT "callout_fix_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_position" ADD CONSTRAINT "callout_position_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fix_once" ON "callout_fix" USING btree ("callout_id","fixed_at");--> statement-breakpoint
CREATE INDEX "callout_fix_trail" ON "callout_fix" USING btree ("callout_id","measured_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "callout_position_due" ON "callout_position" USING btree ("forward_after") WHERE "callout_position"."measured_at" is not null and ("callout_position"."at_aura_measured_at" is null or "callout_position"."at_aura_measured_at" < "callout_position"."measured_at");