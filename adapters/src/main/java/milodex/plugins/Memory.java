package milodex.plugins;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.Signature;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where the classes of a jar could remember something between two decisions.
///
/// A rule lives longer than a decision in two places: in static fields, and in the fields of the
/// template and of what it holds. Both must be final and of a type that cannot change.
record Memory(JarClasses jar) {

  /// The words of the JDK and of Milodex whose values never change.
  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.lang.String",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigDecimal",
          "java.math.BigInteger",
          "java.math.MathContext",
          "java.math.RoundingMode",
          "java.time.DayOfWeek",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.Month",
          "java.time.MonthDay",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZoneId",
          "java.time.ZoneOffset",
          "java.time.temporal.ChronoUnit",
          "java.util.OptionalDouble",
          "java.util.OptionalInt",
          "java.util.OptionalLong",
          "milodex.market.ExchangeCalendar",
          "milodex.market.Session",
          "milodex.market.Symbol",
          "milodex.market.Timeframe",
          "milodex.strategy.Family",
          "milodex.strategy.Parameter",
          "milodex.strategy.Reading",
          "milodex.strategy.Rule");

  /// The kinds of parameters, all of them records.
  private static final String PARAMETERS = "milodex.strategy.Parameter$";

  private static final String OPTIONAL = "java.util.Optional";
  private static final String LIST = "java.util.List";
  private static final String STATIC_ADVICE =
      "keep nothing in static fields but constants: final, and of a number, text, date, Symbol, Rule,"
          + " Parameter, record or enum of such, or a List made by List.of where it is declared";
  private static final String TEMPLATE_ADVICE =
      "a template is a record, and its components are numbers, texts, dates, Symbols, enums, records"
          + " or Optionals of such";

  /// What a class could remember, each with what to do instead.
  List<String> offences(ClassModel model) {
    List<String> offences = new ArrayList<>();
    String type = JarClasses.name(model);
    for (FieldModel field : model.fields()) {
      if (is(field, ClassFile.ACC_STATIC) && !isConstant(model, field)) {
        offences.add(
            "%s remembers in its static field %s: %s"
                .formatted(type, field.fieldName().stringValue(), STATIC_ADVICE));
      }
    }
    if (jar.isTemplate(model)) {
      if (!isRecord(model)) {
        offences.add("%s is a template and no record: %s".formatted(type, TEMPLATE_ADVICE));
      }
      for (FieldModel field : model.fields()) {
        if (!is(field, ClassFile.ACC_STATIC) && !isFixed(field, new HashSet<>())) {
          offences.add(
              "%s remembers in its field %s: %s"
                  .formatted(type, field.fieldName().stringValue(), TEMPLATE_ADVICE));
        }
      }
    }
    return offences;
  }

  private boolean isConstant(ClassModel model, FieldModel field) {
    if (isOfTheCompiler(field)) {
      return true;
    }
    return isFixed(field, new HashSet<>())
        || (is(field, ClassFile.ACC_FINAL)
            && isListOfFixed(signature(field))
            && isMadeByListOf(model, field));
  }

  /// The arrays the compiler keeps the constants and the switches of enums in.
  private static boolean isOfTheCompiler(FieldModel field) {
    String name = field.fieldName().stringValue();
    return is(field, ClassFile.ACC_SYNTHETIC)
        && is(field, ClassFile.ACC_FINAL)
        && (name.equals("$VALUES") || name.startsWith("$SwitchMap$"));
  }

  private boolean isFixed(FieldModel field, Set<String> asked) {
    return is(field, ClassFile.ACC_FINAL) && isImmutable(signature(field), asked);
  }

  /// Whether no value of the type can change.
  ///
  /// @param asked the types of the jar that are being judged already
  private boolean isImmutable(Signature type, Set<String> asked) {
    return switch (type) {
      case Signature.BaseTypeSig _ -> true;
      case Signature.ClassTypeSig named -> {
        String name = Member.binaryName(named.classDesc());
        yield IMMUTABLE.contains(name)
            || name.startsWith(PARAMETERS)
            || (name.equals(OPTIONAL) && isOfImmutable(named, asked))
            || (jar.has(name) && isValue(name, asked));
      }
      case Signature.ArrayTypeSig _, Signature.TypeVarSig _ -> false;
    };
  }

  /// Whether the one type argument is an immutable type.
  private boolean isOfImmutable(Signature.ClassTypeSig type, Set<String> asked) {
    return type.typeArgs().size() == 1
        && type.typeArgs().getFirst() instanceof Signature.TypeArg.Bounded bounded
        && bounded.wildcardIndicator() == Signature.TypeArg.Bounded.WildcardIndicator.NONE
        && isImmutable(bounded.boundType(), asked);
  }

  /// Whether a class of the jar is a record or an enum, with fields that cannot change.
  private boolean isValue(String name, Set<String> asked) {
    if (!asked.add(name)) {
      return true;
    }
    return jar.find(name)
        .filter(model -> isRecord(model) || (model.flags().flagsMask() & ClassFile.ACC_ENUM) != 0)
        .filter(model -> hasFixedFields(model, asked))
        .filter(
            _ ->
                jar.subclasses(name).stream().allMatch(constant -> hasFixedFields(constant, asked)))
        .isPresent();
  }

  private boolean hasFixedFields(ClassModel model, Set<String> asked) {
    return model.fields().stream()
        .filter(field -> !is(field, ClassFile.ACC_STATIC))
        .allMatch(field -> isFixed(field, asked));
  }

  private boolean isListOfFixed(Signature type) {
    return type instanceof Signature.ClassTypeSig named
        && Member.binaryName(named.classDesc()).equals(LIST)
        && isOfImmutable(named, new HashSet<>());
  }

  /// Whether whatever is put into the field comes straight from `List.of` or `List.copyOf`.
  private static boolean isMadeByListOf(ClassModel model, FieldModel field) {
    return model.methods().stream()
        .filter(method -> method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME))
        .allMatch(method -> putsOnlyLists(method, field.fieldName().stringValue()));
  }

  private static boolean putsOnlyLists(MethodModel initializer, String field) {
    boolean madeByListOf = false;
    for (CodeElement element : initializer.code().orElseThrow()) {
      if (element instanceof FieldInstruction put
          && put.opcode() == Opcode.PUTSTATIC
          && put.name().equalsString(field)
          && !madeByListOf) {
        return false;
      }
      if (element instanceof Instruction || element instanceof LabelTarget) {
        madeByListOf =
            element instanceof InvokeInstruction call
                && call.opcode() == Opcode.INVOKESTATIC
                && JarClasses.name(call.owner()).equals(LIST);
      }
    }
    return true;
  }

  private static Signature signature(FieldModel field) {
    return field
        .findAttribute(Attributes.signature())
        .map(SignatureAttribute::asTypeSignature)
        .orElseGet(() -> Signature.of(field.fieldTypeSymbol()));
  }

  private static boolean is(FieldModel field, int flag) {
    return (field.flags().flagsMask() & flag) != 0;
  }

  private static boolean isRecord(ClassModel model) {
    return model.superclass().map(JarClasses::name).filter("java.lang.Record"::equals).isPresent();
  }
}
