ALTER TABLE "person" ADD COLUMN "latin_name" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "latin_at_aura" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "terms_version" text;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "terms_accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "latin_name" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "terms_version" text;