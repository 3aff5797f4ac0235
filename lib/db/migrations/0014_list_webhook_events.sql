DROP INDEX "webhook_event_newest";--> statement-breakpoint
CREATE INDEX "webhook_event_state" ON "webhook_event" USING btree ("state","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_message" ON "webhook_event" USING btree ("message","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_about" ON "webhook_event" USING btree ("about_id","received_at","id");--> statement-breakpoint
CREATE INDEX "webhook_event_newest" ON "webhook_event" USING btree ("received_at","id");