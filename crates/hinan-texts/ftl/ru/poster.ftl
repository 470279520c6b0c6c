### What a poster at an entrance says.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

poster-ways = Пути к укрытию
poster-no-hazard = Составлено не для определённой угрозы: пригодны ли эти места, не оценено.
poster-here = Вы здесь
poster-scan = Сканируйте, чтобы открыть подсказки от этой двери
poster-way = Путь к { $letter }
poster-checked = последняя проверка { $day }
poster-checked-unknown = когда была последняя проверка: неизвестно
poster-late-now = ОТСЮДА НИ ДО ОДНОГО УКРЫТИЯ ВОВРЕМЯ НЕ ДОЙТИ
poster-late-else = Если времени мало
poster-bands = Минуты от каждой улицы до ближайшего укрытия, вместе со входом
poster-other = другое укрытие
poster-forbidden = запретная территория: не входить
poster-north = С
poster-data = Улицы по состоянию на: { $streets }; укрытия по состоянию на: { $shelters }.
poster-date-unknown = дата неизвестна
poster-made = Изготовлено { $day }.
poster-old-after = После { $day } устарело: попросите новый плакат.
poster-old = ДАННЫМ УЖЕ { $days ->
    [one] { $days } ДЕНЬ
    [few] { $days } ДНЯ
   *[other] { $days } ДНЕЙ
}, больше 90: попросите новый плакат.
poster-age-unknown = НАСКОЛЬКО СТАРЫ ЭТИ ДАННЫЕ, НЕИЗВЕСТНО.
poster-door = Дверь { $id }.
poster-not-reviewed = Эти тексты ещё не проверены носителем языка и редактором по гражданской защите.
