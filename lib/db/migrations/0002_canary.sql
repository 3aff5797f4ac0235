CREATE TABLE "canary_press" (
	"press_id" uuid PRIMARY KEY NOT NULL,
	"door" text NOT NULL,
	"is_whole" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "canary_press_received" ON "canary_press" USING btree ("received_at");