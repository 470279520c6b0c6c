### What people take refuge from, and who walks.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

hazard-air-raid = повітряна тривога
hazard-earthquake = землетрус
hazard-tsunami = цунамі
hazard-flood = повінь
hazard-landslide = зсув ґрунту
hazard-storm-surge = штормовий нагін
hazard-fire = велика пожежа
hazard-volcano = виверження вулкана
hazard-radiological = радіаційна загроза
hazard-chemical = хімічна загроза
hazard-untold = не можу визначити
hazard-and = { $first } + { $second }

walker-adult = дорослий
walker-older = людина похилого віку
walker-child = дитина або візочок
walker-wheelchair = крісло колісне
walker-night = { $walker }, уночі
