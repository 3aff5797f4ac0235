ALTER TABLE "alert" ADD COLUMN "assigned_by" text;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_assigned_by_user_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callout_cell" ON "callout" USING btree (floor("latitude" * 500),floor("longitude" * 500));--> statement-breakpoint
CREATE INDEX "press_cell" ON "press" USING btree (floor("latitude" * 500),floor("longitude" * 500));