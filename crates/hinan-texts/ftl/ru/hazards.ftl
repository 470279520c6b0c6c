### What people take refuge from, and who walks.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

hazard-air-raid = воздушная тревога
hazard-earthquake = землетрясение
hazard-tsunami = цунами
hazard-flood = наводнение
hazard-landslide = оползень
hazard-storm-surge = штормовой нагон
hazard-fire = крупный пожар
hazard-volcano = извержение вулкана
hazard-radiological = радиационная угроза
hazard-chemical = химическая угроза
hazard-untold = не могу определить
hazard-and = { $first } + { $second }

walker-adult = взрослый
walker-older = пожилой человек
walker-child = ребёнок или коляска
walker-wheelchair = кресло-коляска
walker-night = { $walker }, ночью
