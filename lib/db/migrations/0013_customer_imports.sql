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
	"claimed_until" timestamp with time zone,
	"answer_lost_at" timestamp with time zone,
	"person_id" text,
	CONSTRAINT "customer_import_row_import_id_row_pk" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
ALTER TABLE "customer_import_row" ADD CONSTRAINT "customer_import_row_import_id_customer_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."customer_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_import_newest" ON "customer_import" USING btree ("uploaded_at","id");--> statement-breakpoint
CREATE INDEX "customer_import_running" ON "customer_import" USING btree ("started_at") WHERE "customer_import"."state" = 'running';--> statement-breakpoint
CREATE INDEX "customer_import_row_state" ON "customer_import_row" USING btree ("import_id","state","row");