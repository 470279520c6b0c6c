### What stands below every answer.
### Переклад ще не перевірив носій мови. Not yet reviewed by a native speaker.

notice-emergency = Створено з --emergency: шляхи ведуть через приватні двори та брами. НЕ ДЛЯ ПУБЛІКАЦІЇ.
notice-no-shelters = У цьому районі немає даних про укриття: їх не надано. Це нічого не каже про саму місцевість.
notice-candidates = Кандидати, а не офіційні укриття: { $candidates } з { $places ->
    [one] { $places } місця
   *[other] { $places } місць
}. Ніхто не визнав їх придатними.
notice-private = Деякі укриття є закритими записами власника переліку: не публікуйте.
notice-data = Дані: { $credit }
notice-not-for-emergency = Не для використання в надзвичайній ситуації: виконуйте вказівки влади.
