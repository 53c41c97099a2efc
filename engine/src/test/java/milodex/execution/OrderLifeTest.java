package milodex.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import milodex.Seeds;
import milodex.ledger.OrderStatus;
import milodex.money.Quantity;
import org.junit.jupiter.api.Test;

class OrderLifeTest {

  private static final Set<OrderStatus> BROKER_WORDS =
      EnumSet.of(
          OrderStatus.ACCEPTED,
          OrderStatus.PARTIALLY_FILLED,
          OrderStatus.FILLED,
          OrderStatus.CANCELLED,
          OrderStatus.EXPIRED,
          OrderStatus.REJECTED);

  private record Word(OrderStatus status, int filled) {}

  @Test
  void aFinalStatusIsNeverLeftAndWhatIsFilledNeverGoesDown() {
    Seeds.forEachSeed(
        2_000,
        seed -> {
          OrderLife life = OrderLife.SENT;
          for (Word word : words(Seeds.random(seed), 12)) {
            OrderLife next = told(life, word);
            if (life.status().isFinal()) {
              assertThat(next.status()).isEqualTo(life.status());
            }
            assertThat(next.filled()).isGreaterThanOrEqualTo(life.filled());
            life = next;
          }
        });
  }

  @Test
  void unknownEndsWithAWordThatSaysSomethingAndIsNeverReturnedTo() {
    Seeds.forEachSeed(
        2_000,
        seed -> {
          OrderLife life = OrderLife.SENT;
          boolean something = false;
          for (Word word : words(Seeds.random(seed), 12)) {
            life = told(life, word);
            something |= word.status() != OrderStatus.UNKNOWN;
            assertThat(life.status() == OrderStatus.UNKNOWN).isEqualTo(!something);
          }
        });
  }

  /// A word that is not understood leaves an order open, and its shares are counted all the same.
  @Test
  void aWordThatIsNotUnderstoodEndsNothingAndItsSharesCount() {
    Seeds.forEachSeed(
        2_000,
        seed -> {
          RandomGenerator random = Seeds.random(seed);
          OrderLife life = OrderLife.SENT;
          for (Word word : words(random, 12)) {
            life = told(life, word);
            int more = random.nextInt(1, 50);
            Quantity filled = life.filled().plus(Quantity.of(more));
            OrderLife after = life.told(OrderStatus.UNKNOWN, filled);
            assertThat(after.status()).isEqualTo(life.status());
            assertThat(after.filled()).isEqualTo(filled);
          }
        });
  }

  @Test
  void whateverWasSaidBeforeChangesNothingWhenItIsSaidAgain() {
    Seeds.forEachSeed(
        2_000,
        seed -> {
          OrderLife life = OrderLife.SENT;
          List<Word> said = new ArrayList<>();
          for (Word word : grown(words(Seeds.random(seed), 12))) {
            life = told(life, word);
            said.add(word);
            for (Word again : said) {
              assertThat(told(life, again)).isEqualTo(life);
            }
          }
        });
  }

  /// A broker's own reports: shares only grow, and after the end nothing comes.
  private static List<Word> grown(List<Word> words) {
    List<Word> grown = new ArrayList<>();
    int filled = 0;
    for (Word word : words) {
      filled = Math.max(filled, word.filled());
      OrderStatus status =
          filled > 0 && word.status() == OrderStatus.ACCEPTED
              ? OrderStatus.PARTIALLY_FILLED
              : word.status();
      grown.add(new Word(status, filled));
      if (status.isFinal()) {
        break;
      }
    }
    return grown;
  }

  @Test
  void reportsThatArriveInAnyOrderEndWhereTheyEndInTheirOwn() {
    List<Word> inOrder =
        List.of(
            new Word(OrderStatus.ACCEPTED, 0),
            new Word(OrderStatus.PARTIALLY_FILLED, 3),
            new Word(OrderStatus.PARTIALLY_FILLED, 7),
            new Word(OrderStatus.CANCELLED, 7));
    Seeds.forEachSeed(
        200,
        seed -> {
          List<Word> shuffled = new ArrayList<>(inOrder);
          Collections.shuffle(shuffled, Random.from(Seeds.random(seed)));
          OrderLife life = OrderLife.SENT;
          for (Word word : shuffled) {
            life = told(life, word);
          }
          assertThat(life).isEqualTo(new OrderLife(OrderStatus.CANCELLED, Quantity.of(7)));
        });
  }

  @Test
  void onlyAnUnknownOrderIsFoundNotReceivedAndOnlyAnOpenOneIsResolved() {
    for (OrderStatus word : BROKER_WORDS) {
      OrderLife life = OrderLife.SENT.told(word, Quantity.ZERO);

      assertThat(life.resolved().status()).isEqualTo(word.isFinal() ? word : OrderStatus.RESOLVED);
      assertThat(life.resolved().filled()).isEqualTo(life.filled());
      assertThat(life.told(OrderStatus.RESOLVED, Quantity.ZERO)).isEqualTo(life);
      assertThat(life.told(OrderStatus.NOT_RECEIVED, Quantity.ZERO)).isEqualTo(life);
    }
    assertThat(OrderLife.SENT.resolved().status()).isEqualTo(OrderStatus.RESOLVED);
    assertThat(OrderLife.SENT.told(OrderStatus.NOT_RECEIVED, Quantity.ZERO).status())
        .isEqualTo(OrderStatus.NOT_RECEIVED);
  }

  @Test
  void aWordThatIsNotUnderstoodLeavesAnOrderOpen() {
    OrderLife working = OrderLife.SENT.told(OrderStatus.PARTIALLY_FILLED, Quantity.of(3));

    assertThat(working.told(OrderStatus.UNKNOWN, Quantity.of(5)))
        .isEqualTo(new OrderLife(OrderStatus.PARTIALLY_FILLED, Quantity.of(5)));
    assertThat(OrderStatus.UNKNOWN.isFinal()).isFalse();
  }

  private static OrderLife told(OrderLife life, Word word) {
    return life.told(word.status(), Quantity.of(word.filled()));
  }

  private static List<Word> words(RandomGenerator random, int count) {
    List<Word> words = new ArrayList<>();
    OrderStatus[] all = OrderStatus.values();
    for (int i = 0; i < count; i++) {
      OrderStatus status =
          random.nextInt(3) == 0 ? OrderStatus.UNKNOWN : all[random.nextInt(all.length)];
      words.add(new Word(status, random.nextInt(10)));
    }
    return words;
  }
}
