CREATE TABLE "refusal_tally" (
	"place" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"refusals" integer NOT NULL,
	CONSTRAINT "refusal_tally_place_hour_pk" PRIMARY KEY("place","hour")
);
