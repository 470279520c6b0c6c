### The desk of the officers who draft and sign alerts: its page, and nothing that the public reads.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

desk-title = hinan desk: вы подписываете то, что видите
desk-live = НАСТОЯЩЕЕ: это получат люди
desk-drill = УЧЕНИЯ: это практика
desk-in-force = Действует сейчас
desk-on-hold = Приостановлено
desk-awaiting = Нужна вторая подпись
desk-lapsed = Больше не подтверждено
desk-refused = Отклонено
desk-none-known = Этому пульту не известно о сигналах. Это ничего не говорит об угрозе.
desk-new = Новый сигнал по шаблону
desk-hazard = Угроза
desk-stage = Насколько близко
desk-place = Место
desk-zones = Зоны
desk-draw = Начертить на карте
desk-duration = Действует в течение
desk-impact = Начало
desk-languages = Языки
desk-people = Людей внутри
desk-people-unknown = Людей внутри: неизвестно
desk-shelters = Укрытий внутри
desk-retype = Введите число людей ещё раз
desk-review = Что вы подписываете, из точных байтов
desk-words = Четыре слова: второй дежурный должен видеть те же
desk-passphrase = Парольная фраза вашего ключа
desk-sign = Подписать
desk-signed-by = Подписали: { $names }
desk-cancel-error = Отменить: передано по ошибке
desk-cancel-withdrawn = Отменить: больше не предвидится
desk-clear = Отбой (двое дежурных)
desk-area-missing = Без места ничего не передаётся: выберите зоны или начертите.
desk-last-look = Последний взгляд: { $time }
desk-contact-lost = Нет связи с программой с { $time }.
