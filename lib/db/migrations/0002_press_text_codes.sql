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
ALTER TABLE "press_text_code" ADD CONSTRAINT "press_text_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "press_text_code_unused" ON "press_text_code" USING btree ("person_id","issued_at") WHERE "press_text_code"."used_at" is null;--> statement-breakpoint
CREATE INDEX "press_text_code_expires" ON "press_text_code" USING btree ("expires_at");