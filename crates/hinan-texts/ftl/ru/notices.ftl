### What stands below every answer.
### Перевод ещё не проверен носителем языка. Not yet reviewed by a native speaker.

notice-emergency = Создано с --emergency: пути ведут через частные дворы и ворота. НЕ ДЛЯ ПУБЛИКАЦИИ.
notice-no-shelters = В этом районе нет данных об укрытиях: они не заданы. Это ничего не говорит о самой местности.
notice-candidates = Кандидаты, а не официальные укрытия: { $candidates } из { $places ->
    [one] { $places } места
   *[other] { $places } мест
}. Никто не признал их пригодными.
notice-private = Некоторые укрытия — закрытые записи владельца перечня: не публикуйте.
notice-data = Данные: { $credit }
notice-not-for-emergency = Не для использования в чрезвычайной ситуации: выполняйте указания властей.
