package milodex.risk;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.function.Consumer;
import milodex.ledger.Finding;
import milodex.ledger.Side;
import milodex.money.Quantity;

/// What the gate says of a scene, and policies that differ in one component.
final class Judged {

  static final RiskPolicy STANDARD = RiskPolicy.standard();

  private Judged() {}

  /// A scene in order but for what `change` does to it.
  static Scene scene(Consumer<Scene> change) {
    Scene scene = new Scene();
    change.accept(scene);
    return scene;
  }

  /// A sale of `shares` of which the strategy has `covered` free to sell.
  static Scene sale(long shares, long covered, Consumer<Scene> change) {
    return scene(
        scene -> {
          scene.side = Side.SELL;
          scene.quantity = Quantity.of(shares);
          scene.covered = Quantity.of(covered);
          change.accept(scene);
        });
  }

  static Verdict verdict(RiskPolicy policy, Scene scene) {
    return new RiskGate(policy).judge(scene.proposal(), scene.facts());
  }

  static boolean approved(RiskPolicy policy, Scene scene) {
    return verdict(policy, scene) instanceof Verdict.Approved;
  }

  static Finding finding(int row, RiskPolicy policy, Scene scene) {
    return verdict(policy, scene).findings().get(row - 1);
  }

  /// `CLEAR`, `NOT_APPLICABLE`, `BREACH code` or `ADVISORY code`, under the shipped policy.
  static String row(int row, Scene scene) {
    Finding finding = finding(row, STANDARD, scene);
    return (finding.outcome() + " " + finding.code()).strip();
  }

  static String row(int row, Consumer<Scene> change) {
    return row(row, scene(change));
  }

  static String says(int row, Consumer<Scene> change) {
    return finding(row, STANDARD, scene(change)).says();
  }

  /// The same policy with another value in one component.
  static RiskPolicy with(RiskPolicy policy, String component, Object value) {
    RecordComponent[] components = RiskPolicy.class.getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        boolean changed = components[i].getName().equals(component);
        values[i] = changed ? value : components[i].getAccessor().invoke(policy);
      }
      Constructor<RiskPolicy> constructor =
          RiskPolicy.class.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component, e);
    }
  }
}
