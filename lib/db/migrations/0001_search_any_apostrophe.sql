-- The columns are made by PostgreSQL from others, so nothing is lost; both at once, so that the table is written once.
ALTER TABLE "person" DROP COLUMN "search_surname", DROP COLUMN "search_name",
	ADD COLUMN "search_surname" text GENERATED ALWAYS AS (translate(regexp_replace(normalize(lower(surname || ' ' || name), NFD), '[\u0300-\u036F]', '', 'g'), '‘’‛ʼʻ′`´＇‐‑‒–—―−⁃֊־᐀᠆⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐵮𐺭', '''''''''''''''''''----------------------------')) STORED,
	ADD COLUMN "search_name" text GENERATED ALWAYS AS (translate(regexp_replace(normalize(lower(name || ' ' || surname), NFD), '[\u0300-\u036F]', '', 'g'), '‘’‛ʼʻ′`´＇‐‑‒–—―−⁃֊־᐀᠆⸗⸚⸺⸻⹀⹝〜〰゠︱︲﹘﹣－𐵮𐺭', '''''''''''''''''''----------------------------')) STORED;--> statement-breakpoint
-- They went with their columns.
CREATE INDEX "person_by_surname" ON "person" USING btree ("search_surname" collate "C","aura_customer_id");--> statement-breakpoint
CREATE INDEX "person_by_name" ON "person" USING btree ("search_name" collate "C","aura_customer_id");
