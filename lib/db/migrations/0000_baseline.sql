CREATE TABLE "audit_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_role" text NOT NULL,
	"actor_id" text,
	"address" text,
	"action" text NOT NULL,
	"subject" text,
	"detail" text
);
--> statement-breakpoint
CREATE TABLE "refusal_tally" (
	"place" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"refusals" integer NOT NULL,
	CONSTRAINT "refusal_tally_place_hour_pk" PRIMARY KEY("place","hour")
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"escalated_at" timestamp with time zone,
	"escalation_attempts" integer DEFAULT 0 NOT NULL,
	"escalation_sent_at" timestamp with time zone,
	CONSTRAINT "alert_kind_subject_since_pk" PRIMARY KEY("kind","subject","since")
);
--> statement-breakpoint
CREATE TABLE "aura_call_minute" (
	"minute" timestamp with time zone NOT NULL,
	"operation" text NOT NULL,
	"outcome" text NOT NULL,
	"within_ms" integer NOT NULL,
	"attempts" integer NOT NULL,
	CONSTRAINT "aura_call_minute_minute_operation_outcome_within_ms_pk" PRIMARY KEY("minute","operation","outcome","within_ms")
);
--> statement-breakpoint
CREATE TABLE "aura_drift" (
	"operation" text NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "aura_drift_operation_name_pk" PRIMARY KEY("operation","name")
);
--> statement-breakpoint
CREATE TABLE "callout_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"operator_id" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coverage" (
	"response_type_id" integer PRIMARY KEY NOT NULL,
	"kml" text NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"operator_id" text NOT NULL,
	"public_key" text NOT NULL,
	"counter" bigint NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signup_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"aura_session_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"return_status" text,
	"returned_at" timestamp with time zone,
	"customer_id" bigint,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "signup_session_aura_session_id_unique" UNIQUE("aura_session_id")
);
--> statement-breakpoint
CREATE TABLE "webhook_registration" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"events" jsonb NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"registered_by" text
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
CREATE TABLE "callout_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"seq" bigserial NOT NULL,
	"author" text NOT NULL,
	"author_id" text,
	"text" text NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"press_id" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"last_attempt_at" timestamp with time zone,
	"outcome_unknown_since" timestamp with time zone,
	"aura_event_id" bigint,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "callout_outcome" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"report" jsonb,
	"map_url_sealed" text
);
--> statement-breakpoint
CREATE TABLE "callout_rating" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"rating" integer NOT NULL,
	"words" text,
	"may_contact" boolean NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	CONSTRAINT "callout_rating_scale" CHECK ("callout_rating"."rating" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "cancellation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"by" text NOT NULL,
	"actor_id" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"code_sealed" text,
	"is_code_right" boolean,
	"reason" text,
	"exception_reason_id" integer,
	"reason_state" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "message_stream" (
	"callout_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "share_link" (
	"id" uuid PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "share_link_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
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
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customer_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"subscription_type_id" integer NOT NULL,
	"state" text NOT NULL,
	"ignored_columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" text NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"paused_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "customer_import_row" (
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"state" text NOT NULL,
	"name" text,
	"surname" text,
	"mobile" text,
	"problem_column" text,
	"problem_value" text,
	"problem" text,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"answer_lost_at" timestamp with time zone,
	"person_id" text,
	CONSTRAINT "customer_import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "scheduled_job" (
	"name" text PRIMARY KEY NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid
);
--> statement-breakpoint
CREATE TABLE "operator_invitation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "operator_invitation_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "operator_invitation_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "callout_fix" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"callout_id" bigint NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"accuracy_m" double precision,
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
	"said_at" timestamp with time zone,
	"pause_reason" text,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_m" double precision,
	"measured_at" timestamp with time zone,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"at_aura_measured_at" timestamp with time zone,
	"minute_from" timestamp with time zone NOT NULL,
	"minute_fixes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "press_text_code" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"press_id" uuid NOT NULL,
	"edition" integer NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "press_text_code_press_id_unique" UNIQUE("press_id")
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
	"closed_at" timestamp with time zone,
	"duress_at" timestamp with time zone,
	"moved_at" timestamp with time zone,
	"listed_status" text,
	"unlisted_since" timestamp with time zone,
	"unlisted_lists" integer DEFAULT 0 NOT NULL,
	"missing_since" timestamp with time zone,
	"close_named_at" timestamp with time zone,
	"detail_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"watched_until" timestamp with time zone,
	"response_type_id" integer,
	"verdict" text,
	"verdict_at" timestamp with time zone,
	"verdict_by" text
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
	"subscription_id" bigint,
	"subscription_cancelled_at" timestamp with time zone,
	"subscription_as_of" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"origin" text DEFAULT 'registration' NOT NULL,
	"deleted_at" timestamp with time zone,
	"search_surname" text GENERATED ALWAYS AS (translate(regexp_replace(normalize(lower(surname || ' ' || name), NFD), '[\u0300-\u036F]', '', 'g'), '‘’‛ʼʻ′`´＇‐‑‒–—―−⁃֊־᐀᠆⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐵮𐺭', '''''''''''''''''''----------------------------')) STORED,
	"search_name" text GENERATED ALWAYS AS (translate(regexp_replace(normalize(lower(name || ' ' || surname), NFD), '[\u0300-\u036F]', '', 'g'), '‘’‛ʼʻ′`´＇‐‑‒–—―−⁃֊־᐀᠆⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐵮𐺭', '''''''''''''''''''----------------------------')) STORED,
	"press_token_edition" integer DEFAULT 1 NOT NULL,
	"saved_latitude" double precision,
	"saved_longitude" double precision,
	"saved_address" text,
	"saved_at" timestamp with time zone,
	"contact_name" text,
	"contact_mobile" text,
	CONSTRAINT "person_aura_customer_id_unique" UNIQUE("aura_customer_id"),
	CONSTRAINT "person_saved_whole" CHECK (num_nulls("person"."saved_latitude", "person"."saved_longitude", "person"."saved_at") in (0, 3)),
	CONSTRAINT "person_contact_whole" CHECK (num_nulls("person"."contact_name", "person"."contact_mobile") in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "press" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"pressed_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"sends_at" timestamp with time zone,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_m" double precision,
	"fixed_at" timestamp with time zone,
	"measured_at" timestamp with time zone,
	"fix_source" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"outcome_unknown_since" timestamp with time zone,
	"last_attempt_at" timestamp with time zone,
	"withdraw_requested_at" timestamp with time zone,
	"last_problem" text,
	"settled_at" timestamp with time zone,
	"callout_id" bigint,
	"outcome" text,
	"outcome_at" timestamp with time zone,
	"outcome_by" text,
	CONSTRAINT "press_latitude" CHECK ("press"."latitude" between -90 and 90),
	CONSTRAINT "press_longitude" CHECK ("press"."longitude" between -180 and 180),
	CONSTRAINT "press_outcome_whole" CHECK (num_nulls("press"."outcome", "press"."outcome_at", "press"."outcome_by") in (0, 3)),
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
CREATE TABLE "user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "following" (
	"id" integer PRIMARY KEY NOT NULL,
	"board_watched_until" timestamp with time zone,
	"round_at" timestamp with time zone,
	"failed_rounds" integer DEFAULT 0 NOT NULL,
	"failed_since" timestamp with time zone,
	"reads_left" double precision NOT NULL,
	"reads_counted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "following_one_row" CHECK ("following"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"message" text,
	"about" text,
	"about_id" bigint,
	"customer_id" bigint,
	"body_sealed" text NOT NULL,
	"body_hash" text NOT NULL,
	"repeat_of" bigint,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp with time zone,
	"lease_token" uuid,
	"replayed_at" timestamp with time zone,
	"processed_at" timestamp with time zone,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_acknowledged_by_user_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_note" ADD CONSTRAINT "callout_note_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_note" ADD CONSTRAINT "callout_note_operator_id_user_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_passkey" ADD CONSTRAINT "operator_passkey_operator_id_user_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signup_session" ADD CONSTRAINT "signup_session_created_by_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_registration" ADD CONSTRAINT "webhook_registration_registered_by_user_id_fk" FOREIGN KEY ("registered_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_fact" ADD CONSTRAINT "callout_fact_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_message" ADD CONSTRAINT "callout_message_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_message" ADD CONSTRAINT "callout_message_press_id_press_id_fk" FOREIGN KEY ("press_id") REFERENCES "public"."press"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_outcome" ADD CONSTRAINT "callout_outcome_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_rating" ADD CONSTRAINT "callout_rating_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cancellation" ADD CONSTRAINT "cancellation_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_stream" ADD CONSTRAINT "message_stream_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_link" ADD CONSTRAINT "share_link_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD CONSTRAINT "customer_import_row_import_id_customer_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."customer_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_fix" ADD CONSTRAINT "callout_fix_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout_position" ADD CONSTRAINT "callout_position_callout_id_callout_id_fk" FOREIGN KEY ("callout_id") REFERENCES "public"."callout"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_text_code" ADD CONSTRAINT "press_text_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout" ADD CONSTRAINT "callout_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callout" ADD CONSTRAINT "callout_verdict_by_user_id_fk" FOREIGN KEY ("verdict_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_id_user_id_fk" FOREIGN KEY ("id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press" ADD CONSTRAINT "press_outcome_by_user_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entry_at" ON "audit_entry" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_actor" ON "audit_entry" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_action" ON "audit_entry" USING btree ("action","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject" ON "audit_entry" USING btree ("subject","at","id");--> statement-breakpoint
CREATE INDEX "alert_subject" ON "alert" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "callout_note_callout" ON "callout_note" USING btree ("callout_id","written_at","id");--> statement-breakpoint
CREATE INDEX "operator_passkey_operator" ON "operator_passkey" USING btree ("operator_id");--> statement-breakpoint
CREATE INDEX "signup_session_newest" ON "signup_session" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "callout_fact_callout" ON "callout_fact" USING btree ("callout_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fact_stage_once" ON "callout_fact" USING btree ("callout_id","stage") WHERE "callout_fact"."stage" is not null;--> statement-breakpoint
CREATE INDEX "callout_message_order" ON "callout_message" USING btree ("callout_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_message_event" ON "callout_message" USING btree ("callout_id","aura_event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_message_press" ON "callout_message" USING btree ("press_id");--> statement-breakpoint
CREATE INDEX "callout_message_due" ON "callout_message" USING btree ("due_at") WHERE "callout_message"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "callout_rating_due" ON "callout_rating" USING btree ("due_at") WHERE "callout_rating"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "cancellation_callout" ON "cancellation" USING btree ("callout_id","asked_at");--> statement-breakpoint
CREATE INDEX "cancellation_due" ON "cancellation" USING btree ("due_at") WHERE "cancellation"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "share_link_callout" ON "share_link" USING btree ("callout_id");--> statement-breakpoint
CREATE INDEX "account_user" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "limit_event_key_at" ON "limit_event" USING btree ("key","at");--> statement-breakpoint
CREATE INDEX "limit_event_at" ON "limit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "one_time_code_expires" ON "one_time_code" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "customer_import_newest" ON "customer_import" USING btree ("uploaded_at","id");--> statement-breakpoint
CREATE INDEX "customer_import_running" ON "customer_import" USING btree ("started_at") WHERE "customer_import"."state" = 'running';--> statement-breakpoint
CREATE INDEX "customer_import_row_state" ON "customer_import_row" USING btree ("import_id","state","row");--> statement-breakpoint
CREATE INDEX "two_factor_user" ON "two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "callout_fix_once" ON "callout_fix" USING btree ("callout_id","fixed_at");--> statement-breakpoint
CREATE INDEX "callout_fix_trail" ON "callout_fix" USING btree ("callout_id","measured_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "callout_position_due" ON "callout_position" USING btree ("due_at") WHERE "callout_position"."measured_at" is not null and ("callout_position"."at_aura_measured_at" is null or "callout_position"."at_aura_measured_at" < "callout_position"."measured_at");--> statement-breakpoint
CREATE INDEX "press_text_code_unused" ON "press_text_code" USING btree ("person_id","issued_at") WHERE "press_text_code"."used_at" is null;--> statement-breakpoint
CREATE INDEX "press_text_code_expires" ON "press_text_code" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "callout_newest" ON "callout" USING btree ("raised_at","id");--> statement-breakpoint
CREATE INDEX "callout_person" ON "callout" USING btree ("person_id","raised_at","id");--> statement-breakpoint
CREATE INDEX "callout_stage" ON "callout" USING btree ("stage","raised_at","id");--> statement-breakpoint
CREATE INDEX "callout_open" ON "callout" USING btree ("id") WHERE "callout"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "person_mobile_once" ON "person" USING btree ("mobile") WHERE "person"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "person_newest" ON "person" USING btree ("created_at","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_mobile" ON "person" USING btree ("mobile" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_surname" ON "person" USING btree ("search_surname" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_name" ON "person" USING btree ("search_name" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "press_person" ON "press" USING btree ("person_id","received_at");--> statement-breakpoint
CREATE INDEX "press_received" ON "press" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "press_undelivered" ON "press" USING btree ("received_at") WHERE "press"."state" not in ('delivered', 'withdrawn') and "press"."outcome" is null;--> statement-breakpoint
CREATE INDEX "press_callout" ON "press" USING btree ("callout_id");--> statement-breakpoint
CREATE INDEX "press_due" ON "press" USING btree ("due_at") WHERE "press"."state" = 'recorded';--> statement-breakpoint
CREATE INDEX "registration_started" ON "registration" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "user_role" ON "user" USING btree ("role");--> statement-breakpoint
CREATE INDEX "webhook_event_newest" ON "webhook_event" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_state" ON "webhook_event" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_message" ON "webhook_event" USING btree ("message","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_about" ON "webhook_event" USING btree ("about_id","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_due" ON "webhook_event" USING btree ("due_at") WHERE "webhook_event"."state" in ('received', 'waiting');--> statement-breakpoint
CREATE INDEX "webhook_event_body" ON "webhook_event" USING btree ("body_hash","id");--> statement-breakpoint
-- The audit is append-only (decision 0011). ALWAYS, so that a session with replication role is refused as well.
CREATE FUNCTION "audit_entry_is_append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit is append-only' USING ERRCODE = 'insufficient_privilege';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entry"
	FOR EACH STATEMENT EXECUTE FUNCTION "audit_entry_is_append_only"();
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ALWAYS TRIGGER "audit_entry_append_only";
--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON "audit_entry" FROM PUBLIC, CURRENT_USER;
