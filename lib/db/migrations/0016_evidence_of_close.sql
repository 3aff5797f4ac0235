ALTER TABLE "callout" ADD COLUMN "unlisted_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "unlisted_lists" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "missing_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "close_named_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "callout" ADD COLUMN "read_at" timestamp with time zone;