### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

desk-title = hinan desk: ви підписуєте те, що бачите
desk-live = СПРАВЖНЄ: це отримають люди
desk-drill = НАВЧАННЯ: це практика
desk-in-force = Діє зараз
desk-on-hold = Призупинено
desk-awaiting = Потрібен другий підпис
desk-lapsed = Більше не підтверджено
desk-refused = Відхилено
desk-none-known = Цьому пульту не відомо про сигнали. Це нічого не каже про загрозу.
desk-new = Новий сигнал за шаблоном
desk-hazard = Загроза
desk-stage = Наскільки близько
desk-place = Місце
desk-zones = Зони
desk-draw = Накреслити на мапі
desk-duration = Діє протягом
desk-impact = Початок
desk-languages = Мови
desk-people = Людей усередині
desk-people-unknown = Людей усередині: невідомо
desk-shelters = Укриттів усередині
desk-retype = Введіть кількість людей ще раз
desk-review = Що ви підписуєте, з точних байтів
desk-words = Чотири слова: другий черговий має бачити ті самі
desk-passphrase = Парольна фраза вашого ключа
desk-sign = Підписати
desk-signed-by = Підписали: { $names }
desk-cancel-error = Скасувати: надіслано помилково
desk-cancel-withdrawn = Скасувати: більше не очікується
desk-clear = Відбій (двоє чергових)
desk-area-missing = Без місця нічого не надсилається: виберіть зони або накресліть.
desk-last-look = Останній погляд: { $time }
desk-contact-lost = Немає зв'язку з програмою з { $time }.
