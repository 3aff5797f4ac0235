CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "callout" (
	"id" bigint PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"stage" text NOT NULL,
	"raw_status" text,
	"tracking_url_sealed" text,
	"incidents" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_m" double precision,
	"fixed_at" timestamp with time zone,
	"fix_source" text,
	"raised_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "callout_fact" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"stage" text,
	"event" text,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limit_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mobile" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"mobile" text NOT NULL,
	"name" text NOT NULL,
	"surname" text NOT NULL,
	"aura_customer_id" bigint NOT NULL,
	"subscription_type_id" integer NOT NULL,
	"subscription_valid_from" timestamp with time zone NOT NULL,
	"subscription_valid_to" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_mobile_unique" UNIQUE("mobile"),
	CONSTRAINT "person_aura_customer_id_unique" UNIQUE("aura_customer_id")
);
--> statement-breakpoint
CREATE TABLE "press" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"pressed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_m" double precision,
	"fixed_at" timestamp with time zone,
	"fix_source" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_until" timestamp with time zone,
	"last_problem" text,
	"settled_at" timestamp with time zone,
	"callout_id" bigint,
	CONSTRAINT "press_latitude" CHECK ("press"."latitude" between -90 and 90),
	CONSTRAINT "press_longitude" CHECK ("press"."longitude" between -180 and 180),
	CONSTRAINT "press_delivered_has_callout" CHECK ("press"."state" <> 'delivered' or "press"."callout_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_id" uuid NOT NULL,
	"mobile" text NOT NULL,
	"name" text NOT NULL,
	"surname" text NOT NULL,
	"subscription_type_id" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"mobile_confirmed_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"answer_lost_at" timestamp with time zone,
	"person_id" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout" ADD CONSTRAINT "callout_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_fact" ADD CONSTRAINT "callout_fact_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_id_user_id_fk" FOREIGN KEY ("id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "callout_newest" ON "callout" USING btree ("raised_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "callout_person" ON "callout" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "callout_open" ON "callout" USING btree ("asked_at") WHERE "callout"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "callout_fact_callout" ON "callout_fact" USING btree ("callout_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fact_stage_once" ON "callout_fact" USING btree ("callout_id","stage") WHERE "callout_fact"."stage" is not null;--> statement-breakpoint
CREATE INDEX "limit_event_key_at" ON "limit_event" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "limit_event_at" ON "limit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "one_time_code_expires" ON "one_time_code" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "press_person" ON "press" USING btree ("person_id","received_at");--> statement-breakpoint
CREATE INDEX "press_undelivered" ON "press" USING btree ("received_at") WHERE "press"."state" <> 'delivered';--> statement-breakpoint
CREATE INDEX "press_callout" ON "press" USING btree ("callout_id");--> statement-breakpoint
CREATE INDEX "registration_started" ON "registration" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");