CREATE TABLE "handover" (
	"id" uuid PRIMARY KEY NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"note" text NOT NULL,
	"signed_by" text,
	"signed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_written_by_user_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handover" ADD CONSTRAINT "handover_signed_by_user_id_fk" FOREIGN KEY ("signed_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "handover_newest" ON "handover" USING btree ("written_at","id");