### What a poster at an entrance says.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

poster-ways = Шляхи до укриття
poster-no-hazard = Складено не для певної загрози: чи придатні ці місця, не оцінено.
poster-here = Ви тут
poster-scan = Скануйте, щоб відкрити підказки від цих дверей
poster-way = Шлях до { $letter }
poster-checked = востаннє перевірено { $day }
poster-checked-unknown = коли востаннє перевірено: невідомо
poster-late-now = ЗВІДСИ ДО ЖОДНОГО УКРИТТЯ ВЧАСНО НЕ ДІЙТИ
poster-late-else = Якщо часу замало
poster-bands = Хвилини від кожної вулиці до найближчого укриття, разом із входом
poster-other = інше укриття
poster-forbidden = заборонена територія: не заходити
poster-north = Пн
poster-data = Вулиці станом на: { $streets }; укриття станом на: { $shelters }.
poster-date-unknown = дата невідома
poster-made = Виготовлено { $day }.
poster-old-after = Після { $day } застаріло: попросіть новий плакат.
poster-old = ДАНИМ УЖЕ { $days ->
    [one] { $days } ДЕНЬ
    [few] { $days } ДНІ
   *[other] { $days } ДНІВ
}, понад 90: попросіть новий плакат.
poster-age-unknown = НАСКІЛЬКИ ДАВНІ ЦІ ДАНІ, НЕВІДОМО.
poster-door = Двері { $id }.
poster-not-reviewed = Ці тексти ще не перевірили носій мови й редактор із цивільного захисту.
